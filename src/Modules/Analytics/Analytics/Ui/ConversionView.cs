using LearningCity.Analytics.Application.Boundaries;

namespace LearningCity.Analytics.Ui;

/// <summary>What a page says of figures that were brought onto the boundaries of another date.</summary>
/// <param name="PeriodTreeDate">The date whose boundaries the period itself stands on.</param>
/// <param name="TreeDate">The date whose boundaries are shown.</param>
/// <param name="Estimated">Units divided by recorded shares.</param>
/// <param name="NotConvertible">Units that could not be divided.</param>
/// <param name="Listed">The first of these, with where they count.</param>
/// <param name="Outside">Units with values outside the tree.</param>
public sealed record ConversionView(
    DateOnly PeriodTreeDate, DateOnly TreeDate, int Estimated, int NotConvertible, IReadOnlyList<NotConvertibleLine> Listed, int Outside)
{
    internal static ConversionView? Of(ConversionSummary? summary, DateOnly treeDate) => summary is null ? null : new(
        summary.PeriodTreeDate, treeDate, summary.EstimatedUnits, summary.NotConvertibleUnits,
        [.. summary.NotConvertible.Select(unit => new NotConvertibleLine(
            unit.UnitCode, unit.UnitName, unit.Values, unit.CountedIn?.Name, [.. unit.Parts.Select(part => part.Name)]))],
        summary.OutsideUnits);
}

/// <summary>A unit that could not be divided.</summary>
/// <param name="Code">Its code in the period.</param>
/// <param name="Name">Its name in the period.</param>
/// <param name="Values">How many of its values are meant.</param>
/// <param name="CountedIn">Where they count whole; null outside the tree.</param>
/// <param name="Parts">Where it went.</param>
public sealed record NotConvertibleLine(
    string Code, BuildingBlocks.Contracts.LocalText Name, int Values, BuildingBlocks.Contracts.LocalText? CountedIn,
    IReadOnlyList<BuildingBlocks.Contracts.LocalText> Parts);
