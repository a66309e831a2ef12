using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>A criteria set in the API.</summary>
/// <param name="Code">In URLs.</param>
/// <param name="Name">Of the version in force, else of the newest.</param>
/// <param name="Origin">What the set is: official, or something that must not pass for it.</param>
/// <param name="InForce">Number of the version in force today; null if there is none.</param>
/// <param name="Versions">Newest first.</param>
internal sealed record CriteriaSetResource(
    string Code, LocalText Name, CriteriaSetOrigin Origin, int? InForce, IReadOnlyList<VersionListingResource> Versions);

/// <summary>A version in a list.</summary>
internal sealed record VersionListingResource(
    int Version, string State, LocalText Name, CriteriaSetOrigin Origin, int IndicatorCount, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>A version with its whole tree.</summary>
internal sealed record VersionResource
{
    public Guid Id { get; init; }

    public string SetCode { get; init; } = "";

    public int Version { get; init; }

    public string State { get; init; } = "";

    public LocalText Name { get; init; } = new("", "");

    public CriteriaSetOrigin Origin { get; init; }

    public LocalText? Source { get; init; }

    public string? Licence { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>SHA-256 of the version's pack: two systems that show the same one hold the same set.</summary>
    public string ContentHash { get; init; } = "";

    public IReadOnlyList<LocalText> LevelNames { get; init; } = [];

    public LocalText IndicatorName { get; init; } = new("", "");

    /// <summary>The ways in which the set breaks figures down.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; init; } = [];

    /// <summary>How the set judges; null for following figures only.</summary>
    public SetScoring? Scoring { get; init; }

    public IReadOnlyList<NodeResource> Nodes { get; init; } = [];
}

/// <summary>A node of the tree, with what is below it.</summary>
internal sealed record NodeResource
{
    public string Code { get; init; } = "";

    public LocalText Name { get; init; } = new("", "");

    /// <summary>How sure the wording is, in a reconstruction: high, medium, low.</summary>
    public string? Confidence { get; init; }

    public IReadOnlyList<NodeResource> Children { get; init; } = [];

    public IReadOnlyList<IndicatorResource> Indicators { get; init; } = [];
}

/// <summary>An indicator in a list.</summary>
internal sealed record IndicatorListingResource(
    Guid Id, string SetCode, string Code, int Version, LocalText Name, IndicatorValueType ValueType);

/// <summary>What an import did, or would do.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Outcome">created, replaced or published.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="NodesPerLevel">From the top.</param>
/// <param name="Indicators">How many.</param>
/// <param name="Publishable">Whether the version may be published as it is.</param>
/// <param name="Problems">What stands in the way, each with its JSON path, of a workbook with its cell.</param>
internal sealed record ImportResource(
    string SetCode, int Version, string Outcome, bool DryRun, IReadOnlyList<int> NodesPerLevel, int Indicators, bool Publishable,
    IReadOnlyList<ImportProblem> Problems);

/// <summary>Something to put right before a version can be published.</summary>
/// <param name="Code">Stable code of the problem.</param>
/// <param name="Path">JSON path in a pack; in a workbook sheet, column and row: <c>Indicators!F7</c>.</param>
/// <param name="Message">What to do, in the caller's language.</param>
internal sealed record ImportProblem(string Code, string? Path, string Message);

/// <summary>From when on a version is no longer in force.</summary>
/// <param name="LastDay">Last day in force.</param>
internal sealed record RetireRequest(DateOnly LastDay);
