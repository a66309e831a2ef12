using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using MediatR;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>
/// Asks for a briefing of the newest period before each meeting of the city's committee, <c>Reports:DaysBeforeMeeting</c> days ahead (3 where
/// nothing is set). A meeting that is put off gets a new one before its new day.
/// </summary>
internal sealed record AskBeforeMeetings : ICommand<int>;

internal sealed class AskBeforeMeetingsHandler(
    PeriodFrames frames, DocumentSchedule schedule, ISender sender, IConfiguration configuration, Guardian guardian, TimeProvider clock)
    : ICommandHandler<AskBeforeMeetings, int>
{
    private const int DaysBefore = 3;

    public async Task<Result<int>> Handle(AskBeforeMeetings request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        if (await frames.FindNewestAsync(cancellationToken) is not { Home: >= 0 } frame) return 0;
        var today = CityTime.Today(clock);
        var last = today.AddDays(configuration.GetValue("Reports:DaysBeforeMeeting", DaysBefore));
        var meetings = await sender.Send(new ListMeetingsToCome(CommitteeOffices.Of(frame, frame.Units[frame.Home].Id), today), cancellationToken);
        var asked = 0;
        foreach (var meeting in meetings.Where(meeting => meeting.HeldOn <= last))
        {
            asked += await schedule.AskAsync(
                frame, FormattableString.Invariant($"meeting/{meeting.Id:N}/{meeting.HeldOn:yyyy-MM-dd}"), DocumentSchedule.OfMeeting, cancellationToken);
        }

        return asked;
    }
}
