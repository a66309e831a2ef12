using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>An indicator as a version defines it.</summary>
internal sealed record IndicatorResource
{
    /// <summary>The same in every version; null for a new indicator of a draft.</summary>
    public Guid? Id { get; init; }

    public string Code { get; init; } = "";

    /// <summary>Code of the indicator of an earlier version that this one goes on from.</summary>
    public string? Predecessor { get; init; }

    public LocalText Name { get; init; } = new("", "");

    /// <summary>What exactly is measured.</summary>
    public LocalText? Definition { get; init; }

    public IndicatorValueType ValueType { get; init; }

    public LocalText MeasureUnit { get; init; } = new("", "");

    public int Decimals { get; init; }

    public Direction Direction { get; init; }

    public AggregationRule Aggregation { get; init; }

    public OwnValue OwnValue { get; init; }

    public IndicatorDataSource DataSource { get; init; }

    /// <summary>Where units take its figures from.</summary>
    public LocalText? SourceNote { get; init; }

    public LocalText? LegalBasis { get; init; }

    public IndicatorCounting Counting { get; init; }

    public IndicatorAccumulation Accumulation { get; init; }

    public EntryMode EntryMode { get; init; }

    public IndicatorFrequency Frequency { get; init; }

    /// <summary>The windows of a custom frequency.</summary>
    public ReferenceWindow? Window { get; init; }

    public LocalText? Numerator { get; init; }

    public LocalText? Denominator { get; init; }

    /// <summary>What numerator over denominator is multiplied by when shown.</summary>
    public decimal Factor { get; init; }

    public IReadOnlyList<LevelOption> Levels { get; init; } = [];

    /// <summary>Of a derived indicator.</summary>
    public string? Formula { get; init; }

    public RegistryCount? RegistryCount { get; init; }

    public ReportingCount? ReportingCount { get; init; }

    /// <summary>The reference series that gives the value of a count or an amount.</summary>
    public SeriesFigure? ValueSeries { get; init; }

    /// <summary>The reference series that gives the numerator.</summary>
    public SeriesFigure? NumeratorSeries { get; init; }

    /// <summary>The reference series that gives the denominator.</summary>
    public SeriesFigure? DenominatorSeries { get; init; }

    /// <summary>Codes of the set's dimensions.</summary>
    public IReadOnlyList<string> Disaggregations { get; init; } = [];

    public IReadOnlyList<string> ReporterTypes { get; init; } = [];

    public Agency? LeadAgency { get; init; }

    public IReadOnlyList<Agency> CooperatingAgencies { get; init; } = [];

    /// <summary>In the unit shown: 98 for 98 %.</summary>
    public decimal? Target { get; init; }

    /// <summary>Targets for a year, a period, a type of units, one unit, a level.</summary>
    public IReadOnlyList<IndicatorTarget> Targets { get; init; } = [];

    public IndicatorBaseline? Baseline { get; init; }

    /// <summary>Where the set gives points: for which value how many.</summary>
    public IReadOnlyList<PointStep> Points { get; init; } = [];

    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];

    public LocalText? EvidenceHint { get; init; }

    public IReadOnlyList<RequiredEvidence> Evidence { get; init; } = [];

    public string? Confidence { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];
}
