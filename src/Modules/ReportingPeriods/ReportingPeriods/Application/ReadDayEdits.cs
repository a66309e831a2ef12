using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>What was edited in the calendar of a year, and which fixed due dates would now fall otherwise.</summary>
/// <param name="Edits">All edits, by day, then by revision.</param>
/// <param name="FixedDates">Due dates of periods under way that the calendar of today would put elsewhere; they stay.</param>
internal sealed record CalendarEdits(IReadOnlyList<DayEditItem> Edits, IReadOnlyList<FixedDate> FixedDates);

/// <summary>One edit.</summary>
/// <param name="Day">The day.</param>
/// <param name="Revision">1, 2, 3 for a day; the highest counts.</param>
/// <param name="Kind">What it became.</param>
/// <param name="Decision">Number and date of the decision.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Counts">Whether it is the last of its day.</param>
internal sealed record DayEditItem(
    DateOnly Day, int Revision, string Kind, string Decision, Guid RecordedBy, DateTimeOffset RecordedAt, bool Counts);

/// <summary>A due date that opening fixed and that the calendar of today would put elsewhere.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="Tier">The tier.</param>
/// <param name="DueOn">The day that counts.</param>
/// <param name="WouldBe">The day that it would be.</param>
internal sealed record FixedDate(string PeriodCode, string Tier, DateOnly DueOn, DateOnly WouldBe);

/// <summary>Asks for the edits of a year; a few dozen at most.</summary>
internal sealed record ReadDayEdits(int Year) : IQuery<Result<CalendarEdits>>;

internal sealed class ReadDayEditsHandler(IReportingPeriodsDb db, Guardian guardian, CityCalendar calendar)
    : IQueryHandler<ReadDayEdits, Result<CalendarEdits>>
{
    public async Task<Result<CalendarEdits>> Handle(ReadDayEdits request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (request.Year is < ReadCalendarHandler.FirstYear or > ReadCalendarHandler.LastYear)
            return PeriodFailures.OutsideCalendar.On("year", ReadCalendarHandler.FirstYear, ReadCalendarHandler.LastYear);
        var (from, to) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var edits = await db.DayEdits.AsNoTracking().Where(edit => edit.Day >= from && edit.Day <= to)
            .OrderBy(edit => edit.Day).ThenBy(edit => edit.Revision).ToListAsync(cancellationToken);
        var last = edits.GroupBy(edit => edit.Day).ToDictionary(day => day.Key, day => day.Max(edit => edit.Revision));
        var now = await calendar.ReadAsync(cancellationToken);
        var open = await db.Periods.AsNoTracking().Include(p => p.Tiers).Where(p => p.State == PeriodState.Open)
            .OrderBy(p => p.Code).ToListAsync(cancellationToken);
        return new CalendarEdits(
            edits.ConvertAll(edit => new DayEditItem(
                edit.Day, edit.Revision, SnakeCase.Of(edit.Kind), edit.Decision, edit.RecordedBy,
                edit.RecordedAt, edit.Revision == last[edit.Day])),
            [.. open.SelectMany(period => period.Tiers.OrderBy(tier => tier.Tier).Select(tier => new FixedDate(
                    period.Code, SnakeCase.Of(tier.Tier), tier.DueOn, now.AddWorkingDays(period.WindowTo, tier.WorkingDays))))
                .Where(date => date.DueOn != date.WouldBe)]);
    }
}
