using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Asks for the rules of reminders.</summary>
internal sealed record ReadReminderPolicy : IQuery<Result<ReminderPolicyDetails>>;

/// <summary>The rules of reminders.</summary>
/// <param name="Rules">By their days.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
internal sealed record ReminderPolicyDetails(IReadOnlyList<ReminderRule> Rules, int Version);

/// <summary>Changes the rules of reminders, also for periods under way: what was sent stays, and a rule whose day is long past is skipped.</summary>
internal sealed record ChangeReminderPolicy(IReadOnlyList<ReminderRule>? Rules, int Version) : ICommand;

internal sealed class ChangeReminderPolicyValidator : AbstractValidator<ChangeReminderPolicy>
{
    private const int MostRules = 12;
    private const int FarthestDay = 30;

    public ChangeReminderPolicyValidator()
    {
        RuleFor(c => c.Rules).Must(rules => rules is { Count: <= MostRules }
                && rules.All(rule => rule is not null && Math.Abs(rule.Days) <= FarthestDay)
                && rules.Select(rule => rule.Days).Distinct().Count() == rules.Count)
            .Say("Chọn tối đa 12 lần nhắc khác nhau, trong khoảng 30 ngày làm việc trước và sau hạn.",
                "Choose at most 12 different reminders, within 30 working days before and after the due date.");
        RuleFor(c => c.Rules).Must(rules => rules is null || rules.All(rule => rule is null || !rule.Escalates || rule.Days > 0))
            .Say("Chỉ báo đơn vị cấp trên sau khi quá hạn.", "The unit above is told only after the due date.");
    }
}

internal sealed class ReminderPolicyHandler(IReportingPeriodsDb db, Guardian guardian)
    : IQueryHandler<ReadReminderPolicy, Result<ReminderPolicyDetails>>, ICommandHandler<ChangeReminderPolicy>
{
    public async Task<Result<ReminderPolicyDetails>> Handle(ReadReminderPolicy request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var policy = await db.ReminderPolicies.AsNoTracking().SingleAsync(cancellationToken);
        return new ReminderPolicyDetails(policy.Rules, policy.Version);
    }

    public async Task<Result> Handle(ChangeReminderPolicy request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var policy = await db.ReminderPolicies.SingleAsync(cancellationToken);
        if (policy.Version != request.Version) return PlatformFailures.Stale;
        var before = policy.Rules;
        policy.Rules = [.. request.Rules!.OrderBy(rule => rule.Days)];
        db.Audit(new AuditEntry("reporting_periods.change_reminders", "reminder_policy", policy.Key, Details: new { before, rules = policy.Rules }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }
}
