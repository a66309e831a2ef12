using System.Globalization;
using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>One figure with everything that belongs to it.</summary>
/// <param name="UnitId">The unit that it is about, with all below it.</param>
/// <param name="UnitCode">Its code on the tree date.</param>
/// <param name="UnitName">Its name on the tree date.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Indicator">Its code.</param>
/// <param name="IndicatorName">What is measured.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="State">Value, not applicable, not available, or not reported.</param>
/// <param name="Value">In the unit of measure; percentages and shares as 0 to 100. Null where there is none.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="Numerator">Of a ratio; how many said yes; how many stand above the lowest level.</param>
/// <param name="Denominator">Of a ratio; how many answered.</param>
/// <param name="Levels">How many stand at each level, from worst to best; empty for what has no levels.</param>
/// <param name="Values">How many values are in it.</param>
/// <param name="Expected">Units whose obligation holds the cell.</param>
/// <param name="Reported">Of these, units that handed it in.</param>
/// <param name="Approved">Of these, units whose answer is approved.</param>
/// <param name="NotApplicable">Approved answers "not applicable".</param>
/// <param name="NotAvailable">Approved answers "not available".</param>
/// <param name="Provisional">Whether a unit's own value is awaited in whose place those below count meanwhile.</param>
/// <param name="TraceCode">The code by which the figure is traced back to its reports; empty for the remainder outside a tree.</param>
/// <param name="Estimates">On the tree of another date: how many values in it are parts by a recorded share.</param>
/// <param name="NotConvertible">On the tree of another date: how many values partly belong here, and count further up only.</param>
/// <param name="Linked">How many of the values came by a link from another criteria set.</param>
/// <param name="Partial">How many of these are sums of parts, less than what is asked for.</param>
internal sealed record FigureItem(
    Guid UnitId, string UnitCode, LocalText UnitName, Guid IndicatorId, string Indicator, LocalText IndicatorName, string Disaggregation,
    FigureState State, decimal? Value, LocalText MeasureUnit, decimal? Numerator, decimal? Denominator, IReadOnlyList<LevelCount> Levels,
    int Values, int Expected, int Reported, int Approved, int NotApplicable, int NotAvailable, bool Provisional, string TraceCode,
    int Estimates = 0, int NotConvertible = 0, int Linked = 0, int Partial = 0)
{
    /// <summary>What it is to reach, and whether it does; null where no target holds, and for a breakdown.</summary>
    public FigureTarget? Target { get; init; }
}

/// <summary>The one target that holds for a figure: for its unit, type and year, as the catalogue's rules of precedence say.</summary>
/// <param name="Value">The value to reach, in the unit shown; the place on the scale, from 1, for a level or rating.</param>
/// <param name="Year">The year by whose end it was to be reached; null where none is named.</param>
/// <param name="UnitType">The type of units that it is for; null for every type.</param>
/// <param name="Measured">
/// The figure as the target counts it: itself, or of a level the place that at least half of the units reach. Null where there is none.
/// </param>
/// <param name="IsMet">Whether it is reached; null where there is nothing to compare.</param>
internal sealed record FigureTarget(decimal Value, int? Year, string? UnitType, decimal? Measured, bool? IsMet);

/// <summary>How many stand at a level.</summary>
internal sealed record LevelCount(string Level, LocalText Name, int Count);

/// <summary>What every answer with figures says of itself: from where, of when, along what, and of which edition.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">The edition; <c>live</c> for what is not sealed.</param>
/// <param name="Sealed">Whether it is an edition, which never changes.</param>
/// <param name="TreeDate">The date whose tree it is.</param>
/// <param name="Relation">Along which relation the figures were rolled up.</param>
/// <param name="Note">The same in words.</param>
/// <param name="SealedAt">When the edition was sealed; null for what is live.</param>
/// <param name="Conversion">How the figures came onto the tree of another date; null on the tree of the period itself.</param>
internal sealed record FigureContext(
    string Period, string Edition, bool Sealed, DateOnly TreeDate, UnitRelation Relation, LocalText Note, DateTimeOffset? SealedAt = null,
    ConversionSummary? Conversion = null)
{
    /// <summary>What stands in place of an edition's number.</summary>
    internal const string Live = "live";

    /// <summary>The context of figures of a frame.</summary>
    internal static FigureContext Of(PeriodFrame frame, DateOnly treeDate, UnitRelation relation) => new(
        frame.Period.Code, EditionOf(frame), frame.Edition is not null, treeDate, relation, NoteOf(frame), frame.Edition?.SealedAt);

    /// <summary>The edition as answers, files and addresses name it.</summary>
    internal static string EditionOf(PeriodFrame frame) => frame.Edition?.Number.ToString(CultureInfo.InvariantCulture) ?? Live;

    /// <summary>The edition in words.</summary>
    internal static LocalText NoteOf(PeriodFrame frame) => frame.Edition is { } edition
        ? new($"Ấn bản {edition.Number}", $"Edition {edition.Number}")
        : new("Số liệu trực tiếp, chưa niêm phong", "Live, not sealed");
}
