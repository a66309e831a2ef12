using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>How one version of a set defines an indicator.</summary>
internal sealed record IndicatorDefinition
{
    /// <summary>Stable across versions: values are compared under it.</summary>
    public required string Code { get; init; }

    /// <summary>The code that it had in earlier versions, so that its figures run on; null for one that kept its code.</summary>
    public string? Predecessor { get; init; }

    public required LocalText Name { get; init; }

    public required IndicatorValueType ValueType { get; init; }

    public required LocalText MeasureUnit { get; init; }

    public int Decimals { get; init; }

    public Direction Direction { get; init; } = Direction.Higher;

    public required AggregationRule Aggregation { get; init; }

    public OwnValue OwnValue { get; init; } = OwnValue.Replace;

    public IndicatorDataSource DataSource { get; init; } = IndicatorDataSource.OfficialData;

    public IndicatorCounting Counting { get; init; } = IndicatorCounting.Things;

    public IndicatorAccumulation Accumulation { get; init; } = IndicatorAccumulation.Neither;

    public LocalText? Numerator { get; init; }

    public LocalText? Denominator { get; init; }

    /// <summary>What numerator over denominator is multiplied by when shown; null for the usual (100 for a percent, else 1).</summary>
    public decimal? Factor { get; init; }

    /// <summary>Of a level or rating, from worst to best.</summary>
    public IReadOnlyList<LevelOption> Levels { get; init; } = [];

    /// <summary>Types of units that report it, in snake case.</summary>
    public IReadOnlyList<string> ReporterTypes { get; init; } = [];

    public decimal? Target { get; init; }

    public LocalText? EvidenceHint { get; init; }

    /// <summary>How sure the wording is, in a reconstruction.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Criteria of other sets that it was made from, as <c>set/code</c>; to be told apart from an approved crosswalk.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether a numerator and a denominator are kept.</summary>
    public bool IsFraction => ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio;

    /// <summary>Whether its value is a place on a list of levels.</summary>
    public bool HasScale => ValueType is IndicatorValueType.Level or IndicatorValueType.Rating;

    /// <summary>The factor, the usual one where none is given.</summary>
    public decimal EffectiveFactor => Factor ?? (ValueType == IndicatorValueType.Percent ? 100 : 1);
}
