using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>What kind of value an indicator takes.</summary>
public enum IndicatorValueType
{
    /// <summary>A whole number of things, persons or participations.</summary>
    Count,

    /// <summary>An exact amount with a unit of measure, such as million VND.</summary>
    Amount,

    /// <summary>A percentage; numerator and denominator are both kept.</summary>
    Percent,

    /// <summary>A ratio; numerator and denominator are both kept.</summary>
    Ratio,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of an ordered list of levels.</summary>
    Level,

    /// <summary>A rating on an ordered scale, such as 1 to 5.</summary>
    Rating,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>How values go up the tree.</summary>
public enum AggregationRule
{
    /// <summary>The sum.</summary>
    Sum,

    /// <summary>Sum of numerators over sum of denominators; never a mean of percentages.</summary>
    RatioOfSums,

    /// <summary>Share and number of yes.</summary>
    ShareYes,

    /// <summary>Share at each level.</summary>
    ShareByLevel,

    /// <summary>The mean of reported values.</summary>
    Average,

    /// <summary>The smallest.</summary>
    Minimum,

    /// <summary>The greatest.</summary>
    Maximum,

    /// <summary>The one reported last.</summary>
    Latest,

    /// <summary>It does not go up; values are listed.</summary>
    None,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>Neither.</summary>
    Neither,
}

/// <summary>Whether a unit's own value adds to what its children report or stands in its place.</summary>
public enum OwnValue
{
    /// <summary>It stands in place of what the units that report to it gave.</summary>
    Replace,

    /// <summary>It adds to it.</summary>
    Add,
}

/// <summary>What a set is, shown wherever it is: an official one, or one that must not pass for it.</summary>
public enum CriteriaSetOrigin
{
    /// <summary>Issued by an authority.</summary>
    Official,

    /// <summary>Reconstructed from public sources, to be checked against the original.</summary>
    Reconstruction,

    /// <summary>Made up for demonstration.</summary>
    Demonstration,
}

/// <summary>A published version of a criteria set; it never changes.</summary>
/// <param name="VersionId">Key of the version.</param>
/// <param name="SetCode">Code of the set, in URLs.</param>
/// <param name="Version">Number of the version, from 1.</param>
/// <param name="Name">Name of the set.</param>
/// <param name="Origin">What it is.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force; null while it is.</param>
/// <param name="LevelNames">Names of its levels above the indicator, from the top (content area, standard, criterion).</param>
/// <param name="Nodes">The tree above the indicators, in order, parents before children.</param>
/// <param name="Indicators">The indicators, in order of the tree.</param>
public sealed record CriteriaSetVersion(
    Guid VersionId, string SetCode, int Version, LocalText Name, CriteriaSetOrigin Origin, DateOnly ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<LocalText> LevelNames, IReadOnlyList<CriteriaNode> Nodes, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>The ways in which the set breaks figures down.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; init; } = [];

    /// <summary>How the set judges.</summary>
    public SetScoring Scoring { get; init; } = SetScoring.TrackingOnly;
}

/// <summary>A node of the tree above the indicators.</summary>
/// <param name="Code">Unique in the version.</param>
/// <param name="ParentCode">The node above; null at the top.</param>
/// <param name="Depth">0 at the top (content area).</param>
/// <param name="Name">What it says.</param>
public sealed record CriteriaNode(string Code, string? ParentCode, int Depth, LocalText Name);

/// <summary>An indicator: the thing that is measured.</summary>
/// <param name="Id">Stays the same across versions as long as the code does; values are kept under it.</param>
/// <param name="Code">Stable across versions.</param>
/// <param name="NodeCode">The criterion that it belongs to.</param>
/// <param name="Name">What is measured.</param>
/// <param name="ValueType">What kind of value.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="Decimals">Digits shown after the point.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Aggregation">How it goes up the tree.</param>
/// <param name="OwnValue">Whether a unit's own value adds to or replaces its children's.</param>
/// <param name="NumeratorName">Of a percent or ratio.</param>
/// <param name="DenominatorName">Of a percent or ratio.</param>
/// <param name="Levels">Of a level or rating, from worst to best; empty otherwise.</param>
/// <param name="ReporterTypes">Types of units that report it, in snake case as UnitRegistry names them.</param>
/// <param name="Target">
/// Value to reach, in the unit shown: 98 for 98 %, the share of yes in percent for yes or no, the place on the scale for a rating;
/// null where none is set.
/// </param>
/// <param name="EvidenceHint">Which evidence is expected.</param>
public sealed record Indicator(
    Guid Id, string Code, string NodeCode, LocalText Name, IndicatorValueType ValueType, LocalText MeasureUnit, int Decimals,
    Direction Direction, AggregationRule Aggregation, OwnValue OwnValue, LocalText? NumeratorName, LocalText? DenominatorName,
    IReadOnlyList<LevelOption> Levels, IReadOnlyList<string> ReporterTypes, decimal? Target, LocalText? EvidenceHint)
{
    /// <summary>What numerator over denominator is multiplied by when it is shown: 100 for a percent, 100,000 for "per 100,000 people".</summary>
    public decimal Factor { get; init; } = ValueType == IndicatorValueType.Percent ? 100 : 1;

    /// <summary>Where its figures come from.</summary>
    public IndicatorDataSource DataSource { get; init; }

    /// <summary>What it counts.</summary>
    public IndicatorCounting Counting { get; init; }

    /// <summary>How it adds up over time.</summary>
    public IndicatorAccumulation Accumulation { get; init; } = IndicatorAccumulation.Neither;

    /// <summary>Of a flow: how its figures are entered.</summary>
    public EntryMode EntryMode { get; init; }

    /// <summary>How often it is reported.</summary>
    public IndicatorFrequency Frequency { get; init; }

    /// <summary>The windows of a custom frequency.</summary>
    public ReferenceWindow? Window { get; init; }

    /// <summary>The code that it had in earlier versions, so that its figures run on; null for one that kept its code.</summary>
    public string? PredecessorCode { get; init; }

    /// <summary>The indicator of an earlier version that this one goes on from under another code; its values continue the trend.</summary>
    public Guid? PredecessorId { get; init; }

    /// <summary>What exactly is measured.</summary>
    public LocalText? Definition { get; init; }

    /// <summary>Where units take its figures from.</summary>
    public LocalText? SourceNote { get; init; }

    /// <summary>Which act asks for it.</summary>
    public LocalText? LegalBasis { get; init; }

    /// <summary>Of a derived indicator: the formula over others of the set; null for one that is not derived.</summary>
    public Formula? Formula { get; init; }

    /// <summary>What it counts in the unit registry; null for one that is not counted there.</summary>
    public RegistryCount? RegistryCount { get; init; }

    /// <summary>What it counts in the reporting itself; null for one that is not counted there.</summary>
    public ReportingCount? ReportingCount { get; init; }

    /// <summary>Of a count or an amount: the reference series that gives its value; null where units give it.</summary>
    public SeriesFigure? ValueSeries { get; init; }

    /// <summary>Of a percent or ratio: the reference series that gives its numerator; null where units give it.</summary>
    public SeriesFigure? NumeratorSeries { get; init; }

    /// <summary>Of a percent or ratio: the reference series that gives its denominator; null where units give it.</summary>
    public SeriesFigure? DenominatorSeries { get; init; }

    /// <summary>Whether reference series give all of it: its value, or both its numerator and its denominator.</summary>
    public bool IsGivenBySeries => ValueSeries is not null || (NumeratorSeries is not null && DenominatorSeries is not null);

    /// <summary>Whether the system fills it in; then nobody is asked for it.</summary>
    public bool IsComputed => Formula is not null || RegistryCount is not null || ReportingCount is not null;

    /// <summary>Codes of the set's dimensions that its figures are broken down by.</summary>
    public IReadOnlyList<string> Disaggregations { get; init; } = [];

    /// <summary>The agency that answers for it; null where none is named.</summary>
    public Agency? LeadAgency { get; init; }

    /// <summary>Agencies that work with the leading one.</summary>
    public IReadOnlyList<Agency> CooperatingAgencies { get; init; } = [];

    /// <summary>Targets by year, period, type of unit, unit and level, besides the plain one; ask the target resolver which holds.</summary>
    public IReadOnlyList<IndicatorTarget> Targets { get; init; } = [];

    /// <summary>Where it stood when the programme began.</summary>
    public IndicatorBaseline? Baseline { get; init; }

    /// <summary>Where the set gives points: for which value how many.</summary>
    public IReadOnlyList<PointStep> Points { get; init; } = [];

    /// <summary>What its values must keep, and what is asked about.</summary>
    public IReadOnlyList<ValidationRule> Rules { get; init; } = [];

    /// <summary>Evidence that it asks for.</summary>
    public IReadOnlyList<RequiredEvidence> Evidence { get; init; } = [];
}

/// <summary>One of the levels of a scale.</summary>
/// <param name="Code">As it is stored and sent.</param>
/// <param name="Name">As it is shown.</param>
public sealed record LevelOption(string Code, LocalText Name);

/// <summary>A version by its key; null if there is none or it is a draft.</summary>
public sealed record GetCriteriaSetVersion(Guid VersionId) : IQuery<CriteriaSetVersion?>;

/// <summary>The version of a set in force on a date; null if there is none.</summary>
public sealed record FindCriteriaSetVersion(string SetCode, DateOnly On) : IQuery<CriteriaSetVersion?>;

/// <summary>All published versions, without their trees.</summary>
public sealed record ListCriteriaSetVersions : IQuery<IReadOnlyList<CriteriaSetVersionSummary>>;

/// <summary>A published version in short.</summary>
public sealed record CriteriaSetVersionSummary(
    Guid VersionId, string SetCode, int Version, LocalText Name, CriteriaSetOrigin Origin, DateOnly ValidFrom, DateOnly? ValidTo,
    int IndicatorCount);

/// <summary>A version was published.</summary>
[EventName("criteria_catalog.version_published.v1")]
public sealed record CriteriaSetVersionPublished(Guid EventId, Guid VersionId, string SetCode, int Version) : IIntegrationEvent;
