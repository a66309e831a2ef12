using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>
/// Asks for the briefing that the calendar rule wants: on the days of the month of <c>Reports:MonthDays</c> (such as <c>1,15</c>), of the
/// newest period. A day that a standing host missed is made up for within a week.
/// </summary>
internal sealed record AskByCalendar : ICommand<int>;

internal sealed class AskByCalendarHandler(
    PeriodFrames frames, DocumentSchedule schedule, IConfiguration configuration, Guardian guardian, TimeProvider clock)
    : ICommandHandler<AskByCalendar, int>
{
    private const int MostDaysLate = 7;

    public async Task<Result<int>> Handle(AskByCalendar request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        var days = DaysOf(configuration["Reports:MonthDays"]);
        var today = CityTime.Today(clock);
        var due = Enumerable.Range(0, MostDaysLate).Select(back => today.AddDays(-back)).Where(day => days.Contains(day.Day)).Take(1).ToList();
        if (due.Count == 0) return 0;
        if (await frames.FindNewestAsync(cancellationToken) is not { } frame) return 0;
        return await schedule.AskAsync(frame, FormattableString.Invariant($"calendar/{due[0]:yyyy-MM-dd}"), DocumentSchedule.OfMeeting, cancellationToken);
    }

    /// <summary>Days of the month; what is none is passed over.</summary>
    internal static IReadOnlySet<int> DaysOf(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries)
        .Select(part => int.TryParse(part, out var day) ? day : 0).Where(day => day is >= 1 and <= 31).ToHashSet();
}
