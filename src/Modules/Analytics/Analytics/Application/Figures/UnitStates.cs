using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>States of some units along a relation, with the frame that they are to be read in.</summary>
internal sealed record UnitStates(PeriodFrame Frame, UnitRelation Relation, IReadOnlyDictionary<Guid, RollupState[]> ByUnit)
{
    /// <summary>Stands for what has no place under the chosen root.</summary>
    internal static UnitSummary OutsideTree { get; } = new(
        Guid.Empty, "", new LocalText("Ngoài cây này", "Outside this tree"), UnitType.Province, null, null, default, null, false);

    /// <summary>How the figures came onto the tree of another date; null on the tree of the period itself.</summary>
    internal Conversion? Conversion { get; init; }

    /// <summary>The date whose tree the units are of.</summary>
    internal DateOnly TreeDate => Conversion?.Tree.Date ?? Frame.TreeDate;

    /// <summary>What every answer with these figures says of itself.</summary>
    internal FigureContext Context => FigureContext.Of(Frame, TreeDate, Relation) with { Conversion = Conversion?.Summary };

    /// <summary>A unit as it was on the tree date.</summary>
    internal UnitSummary UnitOf(Guid unitId) => Conversion is { } on
        ? on.Tree.Units[on.Tree.PlaceOf(unitId)]
        : Frame.Units[Frame.Rollup.UnitOf(unitId)];

    /// <summary>The printed code of a figure, and what it names.</summary>
    internal TracedFigure Trace(Guid unitId, int column) => TracedFigure.Of(
        Frame.EditionId, Frame.PeriodId, unitId, Frame.Indicators[Frame.Columns[column].Indicator].Id, Frame.Columns[column].Disaggregation,
        Relation, TreeDate);
}
