using System.Globalization;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// How periods follow each other: the data windows of a year, and how many working days after a window's end each tier is due. A
/// change counts for periods that are planned from then on.
/// </summary>
internal sealed class Cycle : IVersioned
{
    /// <summary>Code of the built-in cycle of half-years.</summary>
    internal const string HalfYear = "half_year";

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; set; }

    public required string NameEn { get; set; }

    /// <summary>The windows of a year, in order; one begins where another ends.</summary>
    public required IReadOnlyList<CycleWindow> Windows { get; set; }

    public required int SchoolDueDays { get; set; }

    public required int LocalityDueDays { get; set; }

    public required int DepartmentDueDays { get; set; }

    /// <summary>Working days from a window's end to the last day on which late reports are taken.</summary>
    public required int ClosingDays { get; set; }

    public int Version { get; private set; }

    /// <summary>
    /// Half-years by Decree 09/2019/NĐ-CP, article 12 (15 December to 14 June, 15 June to 14 December), opened some six weeks before
    /// their end. The decree leaves the due dates to each regime: 3, 8 and 12 working days are ours, to be changed by the city.
    /// </summary>
    internal static Cycle HalfYears() => new()
    {
        Id = Ids.New(),
        Code = HalfYear,
        NameVi = "Sáu tháng",
        NameEn = "Half-year",
        Windows =
        [
            new CycleWindow("H1", new LocalText("6 tháng đầu năm", "First half of"), 12, 15, true, 6, 14, 5, 1),
            new CycleWindow("H2", new LocalText("6 tháng cuối năm", "Second half of"), 6, 15, false, 12, 14, 11, 1),
        ],
        SchoolDueDays = 3,
        LocalityDueDays = 8,
        DepartmentDueDays = 12,
        ClosingDays = 25,
    };

    /// <summary>The plan of the period of that code; null where the code is none of this cycle's.</summary>
    internal PeriodPlan? TryPlan(string code, HolidayCalendar calendar)
    {
        if (code.Length < 4 || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year is < 2000 or > 2199) return null;
        var window = Windows.FirstOrDefault(candidate => candidate.CodeOf(year) == code);
        return window is null ? null : Plan(window, year, calendar);
    }

    /// <summary>The plan of the period whose window a day lies in.</summary>
    internal PeriodPlan PlanContaining(DateOnly day, HolidayCalendar calendar)
    {
        foreach (var year in (int[])[day.Year, day.Year + 1])
        {
            var window = Windows.FirstOrDefault(candidate => candidate.From(year) <= day && day <= candidate.To(year));
            if (window is not null) return Plan(window, year, calendar);
        }

        throw new InvalidOperationException($"The windows of {Code} leave out {day}.");
    }

    /// <summary>What a code of this cycle looks like: "2026-H1, 2026-H2".</summary>
    internal string Example() => string.Join(", ", Windows.Select(window => window.CodeOf(2026)));

    /// <summary>Whether the windows follow each other without a gap, all round the year.</summary>
    internal static bool Tile(IReadOnlyList<CycleWindow> windows)
    {
        const int AnyYear = 2025;
        if (windows.Count == 0) return false;
        for (var i = 1; i < windows.Count; i++)
        {
            if (windows[i].From(AnyYear) != windows[i - 1].To(AnyYear).AddDays(1)) return false;
        }

        return windows[0].From(AnyYear + 1) == windows[^1].To(AnyYear).AddDays(1);
    }

    private PeriodPlan Plan(CycleWindow window, int year, HolidayCalendar calendar)
    {
        var end = window.To(year);
        TierDue Due(Tier tier, int days) => new(tier, days, calendar.AddWorkingDays(end, days));
        return new PeriodPlan(
            window.CodeOf(year), window.NameOf(year), window.From(year), end, window.Opens(year),
            ClosingDays, calendar.AddWorkingDays(end, ClosingDays),
            [Due(Tier.School, SchoolDueDays), Due(Tier.Locality, LocalityDueDays), Due(Tier.Department, DepartmentDueDays)]);
    }
}
