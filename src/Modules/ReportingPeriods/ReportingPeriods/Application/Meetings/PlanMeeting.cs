using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Puts a meeting of a unit's committee on record, to come or held already.</summary>
internal sealed record PlanMeeting(Guid UnitId, MeetingContent Content) : ICommand<Guid>;

internal sealed class PlanMeetingValidator : AbstractValidator<PlanMeeting>
{
    public PlanMeetingValidator() => RuleFor(command => command.Content).SetValidator(new MeetingContentValidator());
}

/// <summary>The form of what people write of a meeting.</summary>
internal sealed class MeetingContentValidator : AbstractValidator<MeetingContent>
{
    private const int LongestMinutes = 50_000;

    public MeetingContentValidator()
    {
        RuleFor(content => content.Title).RequiredText(300).OverridePropertyName("title");
        RuleFor(content => content.Place).RequiredText(300).OverridePropertyName("place");
        RuleFor(content => content.HeldOn).Must(day => day.Year is >= 2000 and < 2200).Say("Chọn ngày họp.", "Choose the day of the meeting.")
            .OverridePropertyName("heldOn");
        RuleFor(content => content.Minutes).Must(text => text.Length <= LongestMinutes && !text.Contains('\0', StringComparison.Ordinal))
            .Say("Biên bản dài tối đa 50.000 ký tự.", "Minutes may have at most 50,000 characters.").OverridePropertyName("minutes");
        RuleFor(content => content.Agenda).Must(agenda => agenda.Count <= 50 && agenda.All(IsItem))
            .Say("Chương trình họp gồm tối đa 50 mục, mỗi mục có tên.", "An agenda has at most 50 items, each with a title.")
            .OverridePropertyName("agenda");
        RuleFor(content => content.DocumentNumber).OptionalText(100).OverridePropertyName("documentNumber");
    }

    private static bool IsItem(AgendaItem? item) => item is { Title: { Length: > 0 and <= 300 } title } && !string.IsNullOrWhiteSpace(title)
        && (item.Note?.Length ?? 0) <= 1000 && !title.Contains('\0', StringComparison.Ordinal) && item.Note?.Contains('\0', StringComparison.Ordinal) != true;
}

/// <summary>Rules of form that meetings, tasks and plans share.</summary>
internal static class TextRules
{
    /// <summary>A text that may be left out.</summary>
    internal static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, int longest) => rule
        .Must(text => text is null || (text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal)))
        .Say($"Nội dung dài tối đa {longest} ký tự.", $"The text may have at most {longest} characters.");
}

internal sealed class PlanMeetingHandler(
    IReportingPeriodsDb db, Guardian guardian, UnitNames units, MeetingChecks checks, TimeProvider clock) : ICommandHandler<PlanMeeting, Guid>
{
    public async Task<Result<Guid>> Handle(PlanMeeting request, CancellationToken cancellationToken)
    {
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepMeetings, request.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (await units.FindAsync(request.UnitId, CityTime.Today(clock), cancellationToken) is not { } unit)
            return MeetingFailures.UnknownUnit.On("unitId");
        if (await checks.RefusalAsync(request.Content, null, cancellationToken) is { } refusal) return refusal;
        return await Retries.RunAsync<Result<Guid>>(db, async () =>
        {
            var last = await db.Meetings.AsNoTracking().Where(m => m.UnitId == unit.Id).MaxAsync(m => (int?)m.Number, cancellationToken);
            var meeting = new Meeting { Id = Ids.New(), UnitId = unit.Id, UnitCode = unit.Code, Number = (last ?? 0) + 1 };
            meeting.Write(request.Content);
            db.Meetings.Add(meeting);
            db.Audit(new AuditEntry(
                "reporting_periods.plan_meeting", "meeting", meeting.Id.ToString(), unit.Id, new { meeting.HeldOn, meeting.State }));
            await db.SaveChangesAsync(cancellationToken);
            return meeting.Id;
        });
    }
}

/// <summary>What must be true of a meeting, whoever writes it.</summary>
internal sealed class MeetingChecks(TimeProvider clock, ISender sender)
{
    internal async Task<Failure?> RefusalAsync(MeetingContent content, Guid? knownBriefing, CancellationToken cancellationToken)
    {
        if (content.State == MeetingState.Held && content.HeldOn > CityTime.Today(clock))
            return MeetingFailures.HeldInFuture.On("state", content.HeldOn);
        if (content.BriefingId is not { } briefing || briefing == knownBriefing) return null;
        var known = await sender.Send(new DescribeBriefings([briefing]), cancellationToken);
        return known.Count == 0 ? MeetingFailures.UnknownBriefing.On("briefingId") : null;
    }
}

/// <summary>Tries a change again on what is there now, where somebody else took the number in between.</summary>
internal static class Retries
{
    private const int MostAttempts = 10;

    internal static async Task<T> RunAsync<T>(IReportingPeriodsDb db, Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException exception) when (attempt < MostAttempts && db.IsUniqueViolation(exception))
            {
                db.Forget();
            }
        }
    }
}
