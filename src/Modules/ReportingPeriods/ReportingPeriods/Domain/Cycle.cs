using System.Globalization;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// How periods follow each other: the data windows of a year, and how many working days after a window's end each tier is due. A
/// change counts for periods that are planned from then on, or from a day on; rules that a change by date ended stay on record.
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

    /// <summary>What the codes of its periods begin with; tells them from those of other cycles.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether codes name the year of the window's first day too: <c>SY2026-2027</c>.</summary>
    public bool NamesBothYears { get; init; }

    /// <summary>How many years a window lasts beyond the first: 1 for a cycle of two years, whose windows end in even years.</summary>
    public int ExtraYears { get; init; }

    /// <summary>Whether it plans no periods by itself.</summary>
    public bool IsDormant { get; set; }

    /// <summary>Rules that held before, the earliest first.</summary>
    public IReadOnlyList<EarlierRules> Earlier { get; set; } = [];

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
        if (!code.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var digits = code.AsSpan(Prefix.Length);
        if (NamesBothYears) digits = digits.Length < 9 ? [] : digits[5..];
        if (digits.Length < 4 || !int.TryParse(digits[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year is < 2000 or > 2199 || !EndsPeriods(year)) return null;
        foreach (var span in Spans())
        {
            var window = span.Rules.Windows.FirstOrDefault(candidate => CodeOf(candidate, year) == code && span.Holds(candidate.To(year)));
            if (window is not null) return Plan(span.Rules, window, year, calendar);
        }

        return null;
    }

    /// <summary>The plan of the period whose window a day lies in.</summary>
    internal PeriodPlan PlanContaining(DateOnly day, HolidayCalendar calendar) =>
        TryPlanContaining(day, calendar) ?? throw new InvalidOperationException($"The windows of {Code} leave out {day}.");

    /// <summary>The same; null for a day that no window holds, as between old rules and new ones that do not meet.</summary>
    internal PeriodPlan? TryPlanContaining(DateOnly day, HolidayCalendar calendar)
    {
        for (var year = day.Year; year <= day.Year + 1 + ExtraYears; year++)
        {
            if (!EndsPeriods(year)) continue;
            foreach (var span in Spans())
            {
                var window = span.Rules.Windows.FirstOrDefault(candidate =>
                    FromOf(candidate, year) <= day && day <= candidate.To(year) && span.Holds(candidate.To(year)));
                if (window is not null) return Plan(span.Rules, window, year, calendar);
            }
        }

        return null;
    }

    /// <summary>What a code of this cycle looks like: "2026-H1, 2026-H2".</summary>
    internal string Example() => string.Join(", ", Windows.Select(window => CodeOf(window, 2026)));

    /// <summary>Changes the rules for periods whose windows begin on a day or later; what held before stays on record.</summary>
    internal Result ChangeFrom(DateOnly firstDay, CycleRules rules, HolidayCalendar calendar)
    {
        var lastDay = firstDay.AddDays(-1);
        if (Earlier.Any(earlier => earlier.LastDay >= lastDay) || TryPlanContaining(lastDay, calendar)?.WindowTo != lastDay)
            return PeriodFailures.NotAtWindowStart.On("from");
        Earlier = [.. Earlier, new EarlierRules(lastDay, Rules)];
        Take(rules);
        return TryPlanContaining(firstDay, calendar)?.WindowFrom == firstDay ? Result.Ok : PeriodFailures.NotAtWindowStart.On("from");
    }

    /// <summary>Replaces the rules of today.</summary>
    internal void Take(CycleRules rules)
    {
        Windows = rules.Windows;
        (SchoolDueDays, LocalityDueDays) = (rules.SchoolDueDays, rules.LocalityDueDays);
        (DepartmentDueDays, ClosingDays) = (rules.DepartmentDueDays, rules.ClosingDays);
    }

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

    internal CycleRules Rules => new(Windows, SchoolDueDays, LocalityDueDays, DepartmentDueDays, ClosingDays);

    /// <summary>All rules with the reference dates for which they hold, the earliest first.</summary>
    private IEnumerable<RulesSpan> Spans()
    {
        var after = DateOnly.MinValue;
        foreach (var earlier in Earlier)
        {
            yield return new RulesSpan(earlier.Rules, after, earlier.LastDay);
            after = earlier.LastDay;
        }

        yield return new RulesSpan(Rules, after, DateOnly.MaxValue);
    }

    private bool EndsPeriods(int year) => year % (ExtraYears + 1) == 0;

    private DateOnly FromOf(CycleWindow window, int year) => window.From(year - ExtraYears);

    private string YearsOf(CycleWindow window, int year) => NamesBothYears
        ? string.Create(CultureInfo.InvariantCulture, $"{FromOf(window, year).Year}-{year}")
        : year.ToString(CultureInfo.InvariantCulture);

    private string CodeOf(CycleWindow window, int year) =>
        Prefix + YearsOf(window, year) + (window.Suffix.Length == 0 ? "" : "-" + window.Suffix);

    private PeriodPlan Plan(CycleRules rules, CycleWindow window, int year, HolidayCalendar calendar)
    {
        var end = window.To(year);
        TierDue Due(Tier tier, int days) => new(tier, days, calendar.AddWorkingDays(end, days));
        var years = YearsOf(window, year);
        return new PeriodPlan(
            CodeOf(window, year), new LocalText($"{window.Name.Vi} {years}", $"{window.Name.En} {years}"), FromOf(window, year), end,
            window.Opens(year), rules.ClosingDays, calendar.AddWorkingDays(end, rules.ClosingDays),
            [
                Due(Tier.School, rules.SchoolDueDays), Due(Tier.Locality, rules.LocalityDueDays),
                Due(Tier.Department, rules.DepartmentDueDays),
            ]);
    }

    private sealed record RulesSpan(CycleRules Rules, DateOnly After, DateOnly To)
    {
        internal bool Holds(DateOnly referenceDate) => After < referenceDate && referenceDate <= To;
    }
}
