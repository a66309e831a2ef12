using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// The cycles that every city starts with. Half-years run; the others wait until the city switches them on. All may be changed: the sources
/// leave due dates to each regime, and where they leave the window open it is ours.
/// </summary>
internal static class BuiltInCycles
{
    internal const string CalendarYear = "calendar_year";
    internal const string SchoolYear = "school_year";
    internal const string TwoYears = "two_years";

    internal static IReadOnlyList<Cycle> All() => [Cycle.HalfYears(), CalendarYears(), SchoolYears(), PairsOfYears()];

    /// <summary>1 January to 31 December, as Circular 24/2023/TT-BGDĐT has it for learning units; due by 15 January there.</summary>
    private static Cycle CalendarYears() => Make(
        CalendarYear, new LocalText("Năm", "Calendar year"), new CycleWindow("", new LocalText("Năm", "Year"), 1, 1, false, 12, 31, 12, 1));

    /// <summary>June to May: a school year lasts from September to May, and the summer before it prepares it.</summary>
    private static Cycle SchoolYears() => Make(
        SchoolYear, new LocalText("Năm học", "School year"),
        new CycleWindow("", new LocalText("Năm học", "School year"), 6, 1, true, 5, 31, 5, 1), prefix: "SY", namesBothYears: true);

    /// <summary>UNESCO's biennial progress report; the city joined in February 2024, so that 2024-2026 is its first.</summary>
    private static Cycle PairsOfYears() => Make(
        TwoYears, new LocalText("Hai năm", "Two years"),
        new CycleWindow("", new LocalText("Giai đoạn", "Biennium"), 7, 1, true, 6, 30, 5, 1), namesBothYears: true, extraYears: 1);

    private static Cycle Make(
        string code, LocalText name, CycleWindow window, string prefix = "", bool namesBothYears = false, int extraYears = 0) => new()
        {
            Id = Ids.New(),
            Code = code,
            NameVi = name.Vi,
            NameEn = name.En,
            Prefix = prefix,
            NamesBothYears = namesBothYears,
            ExtraYears = extraYears,
            IsDormant = true,
            Windows = [window],
            SchoolDueDays = 3,
            LocalityDueDays = 8,
            DepartmentDueDays = 12,
            ClosingDays = 25,
        };
}
