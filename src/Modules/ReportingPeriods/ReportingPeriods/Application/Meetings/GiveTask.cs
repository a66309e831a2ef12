using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Gives a task: a conclusion of a meeting, or a task of a plan.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="PlanId">Or the plan.</param>
/// <param name="Content">What is to be done, by whom and when.</param>
/// <param name="SetCode">The criteria set of the indicators.</param>
/// <param name="IndicatorCodes">Indicators that it is tied to.</param>
/// <param name="MatterIds">Difficulties and proposals that it is tied to.</param>
internal sealed record GiveTask(
    Guid? MeetingId, Guid? PlanId, TaskContent Content, string? SetCode, IReadOnlyList<string> IndicatorCodes, IReadOnlyList<Guid> MatterIds)
    : ICommand<Guid>;

internal sealed class GiveTaskValidator : AbstractValidator<GiveTask>
{
    public GiveTaskValidator()
    {
        RuleFor(command => command.Content).SetValidator(new TaskContentValidator());
        RuleFor(command => command.IndicatorCodes).Must(codes => codes.Count <= 50 && codes.All(code => code is { Length: > 0 and <= 80 }))
            .Say("Một nhiệm vụ gắn với tối đa 50 chỉ số.", "A task is tied to at most 50 indicators.");
        RuleFor(command => command.MatterIds).Must(ids => ids.Count <= 200)
            .Say("Một nhiệm vụ gắn với tối đa 200 khó khăn, kiến nghị.", "A task is tied to at most 200 difficulties and proposals.");
    }
}

/// <summary>The form of what people write of a task.</summary>
internal sealed class TaskContentValidator : AbstractValidator<TaskContent>
{
    public TaskContentValidator()
    {
        RuleFor(content => content.Text).RequiredText(4000).OverridePropertyName("text");
        RuleFor(content => content.DueOn).Must(day => day.Year is >= 2000 and < 2200).Say("Chọn hạn hoàn thành.", "Choose the due date.")
            .OverridePropertyName("dueOn");
        RuleFor(content => content.DocumentNumber).OptionalText(100).OverridePropertyName("documentNumber");
    }
}

internal sealed class GiveTaskHandler(
    IReportingPeriodsDb db, Guardian guardian, UnitNames units, TaskNotices notices, ICurrentUser user, TimeProvider clock, ISender sender)
    : ICommandHandler<GiveTask, Guid>
{
    public async Task<Result<Guid>> Handle(GiveTask request, CancellationToken cancellationToken)
    {
        var origin = await OriginAsync(request, cancellationToken);
        if (!origin.Succeeded) return Result<Guid>.Failed(origin.Failures);
        if (await units.FindAsync(request.Content.OwnerUnitId, CityTime.Today(clock), cancellationToken) is null)
            return MeetingFailures.UnknownUnit.On("ownerUnitId");
        if (request.Content.DueOn < origin.Value.DecidedOn) return MeetingFailures.DueBeforeDecided.On("dueOn", origin.Value.DecidedOn);
        var indicators = await IndicatorsAsync(request, cancellationToken);
        if (!indicators.Succeeded) return Result<Guid>.Failed(indicators.Failures);
        var matters = request.MatterIds.Distinct().ToList();
        if (matters.Count > 0 && (await sender.Send(new DescribeMatters(matters), cancellationToken)).Count != matters.Count)
            return MeetingFailures.UnknownMatter.On("matterIds");
        return await Retries.RunAsync(db, () => SaveAsync(request, origin.Value, indicators.Value, matters, cancellationToken));
    }

    private async Task<Result<Origin>> OriginAsync(GiveTask request, CancellationToken cancellationToken)
    {
        if (request.PlanId is { } planId)
        {
            var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == planId, cancellationToken);
            if (plan is null) return MeetingFailures.UnknownPlan;
            var keeps = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepPlans, plan.UnitId, cancellationToken);
            return keeps.Succeeded ? new Origin(plan.UnitId, plan.UnitCode, plan.IssuedOn) : keeps;
        }

        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken);
        if (meeting is null) return MeetingFailures.UnknownMeeting;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepMeetings, meeting.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        return meeting.State == MeetingState.Cancelled
            ? MeetingFailures.MeetingNotHeld
            : new Origin(meeting.UnitId, meeting.UnitCode, meeting.HeldOn);
    }

    private async Task<Result<List<Indicator>>> IndicatorsAsync(GiveTask request, CancellationToken cancellationToken)
    {
        if (request.IndicatorCodes.Count == 0) return new List<Indicator>();
        var set = await sender.Send(new FindCriteriaSetVersion(request.SetCode ?? "", CityTime.Today(clock)), cancellationToken);
        if (set is null) return MeetingFailures.UnknownSet.On("setCode", request.SetCode ?? "");
        var byCode = set.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        var codes = request.IndicatorCodes.Distinct(StringComparer.Ordinal).ToList();
        if (codes.Find(code => !byCode.ContainsKey(code)) is { } unknown) return MeetingFailures.UnknownIndicator.On("indicatorCodes", unknown);
        return codes.ConvertAll(code => byCode[code]);
    }

    private async Task<Result<Guid>> SaveAsync(
        GiveTask request, Origin origin, IReadOnlyList<Indicator> indicators, List<Guid> matters, CancellationToken cancellationToken)
    {
        var last = await db.Tasks.AsNoTracking().Where(t => t.ForUnitId == origin.UnitId).MaxAsync(t => (int?)t.Number, cancellationToken);
        var task = new GivenTask
        {
            Id = Ids.New(),
            ForUnitId = origin.UnitId,
            ForUnitCode = origin.UnitCode,
            Number = (last ?? 0) + 1,
            MeetingId = request.PlanId is null ? request.MeetingId : null,
            PlanId = request.PlanId,
            DecidedOn = origin.DecidedOn,
            GivenAt = clock.GetUtcNow(),
        };
        var note = task.Give(request.Content, user.Id);
        db.Tasks.Add(task);
        db.TaskNotes.Add(note);
        db.TaskIndicators.AddRange(indicators.Select(indicator => new TaskIndicator
        {
            TaskId = task.Id,
            IndicatorId = indicator.Id,
            Code = indicator.Code,
            NameVi = indicator.Name.Vi,
            NameEn = indicator.Name.En,
        }));
        db.TaskMatters.AddRange(matters.Select(matterId => new TaskMatter { TaskId = task.Id, MatterId = matterId }));
        notices.Publish(task, note, matters);
        db.Audit(new AuditEntry(
            "reporting_periods.give_task", "task", task.Id.ToString(), task.OwnerUnitId,
            new { task.ForUnitId, task.MeetingId, task.PlanId, task.DueOn }));
        await db.SaveChangesAsync(cancellationToken);
        return task.Id;
    }

    /// <summary>Where a task comes from.</summary>
    private sealed record Origin(Guid UnitId, string UnitCode, DateOnly DecidedOn);
}
