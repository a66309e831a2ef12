using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Working days of a span.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="WorkingDays">How many there are.</param>
/// <param name="Days">The days that are not plain: holidays, days swapped for them, weekend days that are worked. Plain weekends are left out.</param>
/// <param name="Years">Where each year's holidays are from; null for a year that is computed from the law.</param>
internal sealed record CalendarSpan(
    DateOnly From, DateOnly To, int WorkingDays, IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarYear> Years);

/// <summary>A day that is not plain.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind"><c>holiday</c> or <c>worked_instead</c>.</param>
internal sealed record CalendarDay(DateOnly Day, string Kind);

/// <summary>Where a year's holidays are from.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The announcement; null where it is computed.</param>
internal sealed record CalendarYear(int Year, string? Source);

/// <summary>Asks for the working days of a span.</summary>
internal sealed record ReadCalendar(DateOnly From, DateOnly To) : IQuery<Result<CalendarSpan>>;

internal sealed class ReadCalendarHandler(Guardian guardian, CityCalendar city) : IQueryHandler<ReadCalendar, Result<CalendarSpan>>
{
    private const int LongestSpan = 800;
    internal const int FirstYear = 1990;
    internal const int LastYear = 2099;

    public async Task<Result<CalendarSpan>> Handle(ReadCalendar request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var (from, to) = (request.From, request.To);
        if (to < from || to.DayNumber - from.DayNumber > LongestSpan) return PeriodFailures.RangeTooLong.On("to", LongestSpan);
        if (from.Year < FirstYear || to.Year > LastYear) return PeriodFailures.OutsideCalendar.On("from", FirstYear, LastYear);
        var calendar = await city.ReadAsync(cancellationToken);
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)
            .Select(day => (Day: day, Kind: calendar.KindOf(day))).ToList();
        return new CalendarSpan(
            from, to, days.Count(day => day.Kind is DayKind.Working or DayKind.WorkedInstead),
            [.. days.Where(day => day.Kind is DayKind.Holiday or DayKind.WorkedInstead)
                .Select(day => new CalendarDay(day.Day, SnakeCase.Of(day.Kind)))],
            [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Select(year => new CalendarYear(year, calendar.YearOf(year).Source))]);
    }
}
