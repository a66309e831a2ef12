using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Grants a request, with its day or another, or refuses it with a reason. The unit is told.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Grant">Whether it is granted.</param>
/// <param name="ExtendedTo">The new due date; null for the one that was asked for.</param>
/// <param name="Answer">A word to the unit; required where it is refused.</param>
internal sealed record AnswerExtensionRequest(Guid RequestId, bool Grant, DateOnly? ExtendedTo, string? Answer) : ICommand;

internal sealed class AnswerExtensionRequestValidator : AbstractValidator<AnswerExtensionRequest>
{
    public AnswerExtensionRequestValidator() => RuleFor(c => c.Answer)
        .Must((command, answer) => (command.Grant || !string.IsNullOrWhiteSpace(answer)) && (answer?.Length ?? 0) <= 1000)
        .Say("Nhập lý do từ chối, tối đa 1.000 ký tự.", "Enter why it is refused, at most 1,000 characters.");
}

internal sealed class AnswerExtensionRequestHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock, ISender sender) : ICommandHandler<AnswerExtensionRequest>
{
    public async Task<Result> Handle(AnswerExtensionRequest request, CancellationToken cancellationToken)
    {
        var asked = await db.ExtensionRequests.FirstOrDefaultAsync(r => r.Id == request.RequestId, cancellationToken);
        if (asked is null) return PeriodFailures.UnknownRequest;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.Manage, asked.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (asked.Decide(request.Grant, request.Answer, user.Id, clock.GetUtcNow()) is { Succeeded: false } answered) return answered;
        try
        {
            return await db.InTransactionAsync(() => SaveAsync(asked, request, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return PeriodFailures.RequestAnswered;
        }
    }

    /// <summary>The extension and the answer are one: where the extension is refused, the request stays open.</summary>
    private async Task<Result> SaveAsync(ExtensionRequest asked, AnswerExtensionRequest request, CancellationToken cancellationToken)
    {
        db.Audit(new AuditEntry(
            "reporting_periods.answer_extension", "obligation", asked.ObligationId.ToString(), asked.UnitId,
            new { granted = request.Grant, wanted = asked.WantedTo, extendedTo = request.ExtendedTo, answer = request.Answer }));
        if (request.Grant)
        {
            var extended = await sender.Send(
                new ExtendObligation(asked.ObligationId, request.ExtendedTo ?? asked.WantedTo, asked.Reason), cancellationToken);
            if (!extended.Succeeded)
            {
                db.Forget();
                return extended;
            }
        }
        else
        {
            var period = await db.Periods.AsNoTracking().FirstAsync(p => p.Id == asked.PeriodId, cancellationToken);
            db.Publish(Refusal(asked, period));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }

    private static NotificationRequested Refusal(ExtensionRequest asked, ReportingPeriod period) => new(
        Ids.New(), asked.UnitId, ReminderTexts.Permission,
        new LocalText(
            $"Chưa chấp thuận gia hạn báo cáo {period.NameVi}",
            $"No extension for the report on {ReminderTexts.English(period.NameEn)}"),
        new LocalText($"Hạn báo cáo giữ nguyên. Lý do: {asked.Answer}", $"The due date stays. Reason: {asked.Answer}"),
        ReminderTexts.LinkTo(period.Code));
}
