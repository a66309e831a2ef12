using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>How one version of a set defines an indicator.</summary>
internal sealed record IndicatorDefinition
{
    /// <summary>Stable across versions: values are compared under it.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the indicator of an earlier version that this one goes on from, where it was renumbered.</summary>
    public string? Predecessor { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>What exactly is measured.</summary>
    public LocalText? Definition { get; init; }

    public required IndicatorValueType ValueType { get; init; }

    public required LocalText MeasureUnit { get; init; }

    public int Decimals { get; init; }

    public Direction Direction { get; init; } = Direction.Higher;

    public required AggregationRule Aggregation { get; init; }

    public OwnValue OwnValue { get; init; } = OwnValue.Replace;

    public IndicatorDataSource DataSource { get; init; } = IndicatorDataSource.OfficialData;

    /// <summary>Where units take its figures from.</summary>
    public LocalText? SourceNote { get; init; }

    /// <summary>Which act asks for it.</summary>
    public LocalText? LegalBasis { get; init; }

    public IndicatorCounting Counting { get; init; } = IndicatorCounting.Things;

    public IndicatorAccumulation Accumulation { get; init; } = IndicatorAccumulation.Neither;

    /// <summary>How the figures of a flow are entered.</summary>
    public EntryMode EntryMode { get; init; } = EntryMode.Increment;

    public IndicatorFrequency Frequency { get; init; } = IndicatorFrequency.EveryPeriod;

    /// <summary>The windows of a custom frequency.</summary>
    public ReferenceWindow? Window { get; init; }

    public LocalText? Numerator { get; init; }

    public LocalText? Denominator { get; init; }

    /// <summary>What numerator over denominator is multiplied by when shown; null for the usual (100 for a percent, else 1).</summary>
    public decimal? Factor { get; init; }

    /// <summary>Of a level or rating, from worst to best.</summary>
    public IReadOnlyList<LevelOption> Levels { get; init; } = [];

    /// <summary>The formula of a derived indicator, as its author wrote it; of a draft it may still be wrong.</summary>
    public string? Formula { get; init; }

    /// <summary>What is counted in the unit registry instead of being asked for.</summary>
    public RegistryCount? RegistryCount { get; init; }

    /// <summary>What is counted in the reporting itself instead of being asked for.</summary>
    public ReportingCount? ReportingCount { get; init; }

    /// <summary>The reference series that gives the value of a count or an amount.</summary>
    public SeriesFigure? ValueSeries { get; init; }

    /// <summary>The reference series that gives the numerator.</summary>
    public SeriesFigure? NumeratorSeries { get; init; }

    /// <summary>The reference series that gives the denominator.</summary>
    public SeriesFigure? DenominatorSeries { get; init; }

    /// <summary>Codes of the set's dimensions.</summary>
    public IReadOnlyList<string> Disaggregations { get; init; } = [];

    /// <summary>Types of units that report it, in snake case.</summary>
    public IReadOnlyList<string> ReporterTypes { get; init; } = [];

    public Agency? LeadAgency { get; init; }

    public IReadOnlyList<Agency> CooperatingAgencies { get; init; } = [];

    /// <summary>The plain target: for everybody, at any time.</summary>
    public decimal? Target { get; init; }

    /// <summary>Targets for a year, a period, a type of unit, one unit, a level.</summary>
    public IReadOnlyList<IndicatorTarget> Targets { get; init; } = [];

    public IndicatorBaseline? Baseline { get; init; }

    /// <summary>Where the set gives points: for which value how many.</summary>
    public IReadOnlyList<PointStep> Points { get; init; } = [];

    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];

    public LocalText? EvidenceHint { get; init; }

    public IReadOnlyList<RequiredEvidence> Evidence { get; init; } = [];

    /// <summary>How sure the wording is, in a reconstruction.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Criteria of other sets that it was made from, as <c>set/code</c>; to be told apart from an approved crosswalk.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether a numerator and a denominator are kept.</summary>
    public bool IsFraction => ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio;

    /// <summary>Whether reference series give all of it.</summary>
    public bool IsGivenBySeries => ValueSeries is not null || (NumeratorSeries is not null && DenominatorSeries is not null);

    /// <summary>Whether the system fills it in; then nobody is asked for it.</summary>
    public bool IsComputed => Formula is not null || RegistryCount is not null || ReportingCount is not null;

    /// <summary>Whether its value is a number that can be added, compared and broken down.</summary>
    public bool IsNumber => ValueType is IndicatorValueType.Count or IndicatorValueType.Amount || IsFraction;

    /// <summary>Whether its value is a place on a list of levels.</summary>
    public bool HasScale => ValueType is IndicatorValueType.Level or IndicatorValueType.Rating;

    /// <summary>The factor, the usual one where none is given.</summary>
    public decimal EffectiveFactor => Factor ?? (ValueType == IndicatorValueType.Percent ? 100 : 1);
}
