using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// One of the data windows into which a cycle divides the year, by day and month, so that every year has the same. The year of a
/// period is the one in which its window ends.
/// </summary>
/// <param name="Suffix">What follows the year in the period's code (<c>H1</c>); empty for a cycle of one window a year.</param>
/// <param name="Name">What precedes the year in the period's name: "6 tháng đầu năm".</param>
/// <param name="FromMonth">Month of the first day.</param>
/// <param name="FromDay">Its day.</param>
/// <param name="StartsYearBefore">Whether the window begins in the year before.</param>
/// <param name="ToMonth">Month of the last day.</param>
/// <param name="ToDay">Its day.</param>
/// <param name="OpensMonth">Month of the day of opening, in the year of the window's end.</param>
/// <param name="OpensDay">Its day.</param>
internal sealed record CycleWindow(
    string Suffix, LocalText Name, int FromMonth, int FromDay, bool StartsYearBefore, int ToMonth, int ToDay, int OpensMonth, int OpensDay)
{
    internal DateOnly From(int year) => new(StartsYearBefore ? year - 1 : year, FromMonth, FromDay);

    internal DateOnly To(int year) => new(year, ToMonth, ToDay);

    internal DateOnly Opens(int year) => new(year, OpensMonth, OpensDay);
}
