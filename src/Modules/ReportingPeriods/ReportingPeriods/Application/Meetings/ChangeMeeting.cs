using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Changes what is on record of a meeting: before it its agenda, after it its minutes and that it was held.</summary>
internal sealed record ChangeMeeting(Guid MeetingId, int Seen, MeetingContent Content) : ICommand;

internal sealed class ChangeMeetingValidator : AbstractValidator<ChangeMeeting>
{
    public ChangeMeetingValidator() => RuleFor(command => command.Content).SetValidator(new MeetingContentValidator());
}

internal sealed class ChangeMeetingHandler(IReportingPeriodsDb db, Guardian guardian, MeetingChecks checks) : ICommandHandler<ChangeMeeting>
{
    public async Task<Result> Handle(ChangeMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.FirstOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken);
        if (meeting is null) return MeetingFailures.UnknownMeeting;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepMeetings, meeting.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (meeting.Version != request.Seen) return PlatformFailures.Stale;
        if (await checks.RefusalAsync(request.Content, meeting.BriefingId, cancellationToken) is { } refusal) return refusal;
        var before = new { meeting.HeldOn, meeting.State };
        meeting.Write(request.Content);
        db.Audit(new AuditEntry(
            "reporting_periods.change_meeting", "meeting", meeting.Id.ToString(), meeting.UnitId,
            new { before, after = new { meeting.HeldOn, meeting.State } }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }
}
