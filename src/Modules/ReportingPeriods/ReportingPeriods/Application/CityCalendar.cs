using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>The holiday calendar as this city keeps it: what was announced, and the administrator's edits over it.</summary>
internal sealed class CityCalendar(IReportingPeriodsDb db, HolidayCalendar announced)
{
    /// <summary>The calendar of now; read anew each time, because another host may have edited it.</summary>
    internal async Task<HolidayCalendar> ReadAsync(CancellationToken cancellationToken)
    {
        var edits = await db.DayEdits.AsNoTracking().OrderBy(edit => edit.Day).ThenBy(edit => edit.Revision).ToListAsync(cancellationToken);
        return edits.Count == 0 ? announced : Over(edits);
    }

    /// <summary>The calendar with these edits, of which the last one of a day counts.</summary>
    internal HolidayCalendar Over(IEnumerable<DayEdit> edits)
    {
        var byYear = edits.GroupBy(edit => edit.Day).Select(revisions => revisions.MaxBy(edit => edit.Revision)!)
            .Where(edit => edit.Kind != DayEditKind.AsAnnounced)
            .ToLookup(edit => edit.Day.Year);
        return announced.With(byYear.ToDictionary(year => year.Key, year => Year(year.Key, [.. year])));
    }

    private HolidayYear Year(int year, List<DayEdit> edits)
    {
        var before = announced.YearOf(year);
        var (off, worked) = (before.DaysOff.ToHashSet(), before.WorkedInstead.ToHashSet());
        foreach (var edit in edits)
        {
            off.Remove(edit.Day);
            worked.Remove(edit.Day);
            if (edit.Kind == DayEditKind.Holiday) off.Add(edit.Day);
            if (edit.Kind == DayEditKind.WorkedInstead) worked.Add(edit.Day);
        }

        var decisions = edits.Select(edit => edit.Decision).Distinct(StringComparer.Ordinal);
        return new HolidayYear(off, worked, string.Join("; ", before.Source is null ? decisions : decisions.Prepend(before.Source)));
    }
}
