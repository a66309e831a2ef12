using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>
/// Everything that a version says. It is one immutable value: a draft is edited by putting another value in its place, and a
/// published version keeps its value for ever.
/// </summary>
internal sealed record SetContent
{
    /// <summary>Code of the set, in URLs.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the version, from 1.</summary>
    public required int Number { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>What the set is, shown wherever it is: a reconstruction must not pass for the original.</summary>
    public required CriteriaSetOrigin Origin { get; init; }

    /// <summary>Where its texts come from, and what is not certain about them.</summary>
    public LocalText? Source { get; init; }

    /// <summary>Under which terms its texts may be passed on.</summary>
    public string? Licence { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day in force where it is known beforehand.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Names of the levels above the indicators, from the top.</summary>
    public required IReadOnlyList<LocalText> LevelNames { get; init; }

    /// <summary>What the set calls its indicators (indicator, measurement).</summary>
    public required LocalText IndicatorName { get; init; }

    /// <summary>The ways in which the set breaks figures down.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; init; } = [];

    /// <summary>How the set judges; null for following figures only.</summary>
    public SetScoring? Scoring { get; init; }

    public required IReadOnlyList<ContentNode> Nodes { get; init; }

    /// <summary>Every node with its place, in order of the tree, parents before children.</summary>
    public IEnumerable<PlacedNode> PlacedNodes() => Place(Nodes, null, 0, "$.nodes");

    /// <summary>Every indicator with its place, in order of the tree.</summary>
    public IEnumerable<PlacedIndicator> PlacedIndicators() =>
        from placed in PlacedNodes()
        from indicator in placed.Node.Indicators.Select((indicator, index) => (indicator, index))
        select new PlacedIndicator(indicator.indicator, placed.Node.Code, $"{placed.Path}.indicators[{indicator.index}]");

    private static IEnumerable<PlacedNode> Place(IReadOnlyList<ContentNode> nodes, string? parentCode, int depth, string path)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var placed = new PlacedNode(nodes[i], parentCode, depth, $"{path}[{i}]");
            yield return placed;
            foreach (var below in Place(nodes[i].Children, nodes[i].Code, depth + 1, placed.Path + ".children")) yield return below;
        }
    }
}

/// <summary>A node of the tree: a content area, a standard, a criterion.</summary>
internal sealed record ContentNode
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>How sure the wording is, in a reconstruction.</summary>
    public Confidence? Confidence { get; init; }

    public IReadOnlyList<ContentNode> Children { get; init; } = [];

    public IReadOnlyList<IndicatorDefinition> Indicators { get; init; } = [];
}

/// <summary>How sure a reconstructed text is; what is not high waits for somebody with the original in hand.</summary>
internal enum Confidence
{
    High,
    Medium,
    Low,
}

/// <summary>A node and where it stands.</summary>
/// <param name="Node">The node.</param>
/// <param name="ParentCode">The node above; null at the top.</param>
/// <param name="Depth">0 at the top.</param>
/// <param name="Path">JSON path in the set's pack, for messages.</param>
internal sealed record PlacedNode(ContentNode Node, string? ParentCode, int Depth, string Path);

/// <summary>An indicator and where it stands.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="NodeCode">The criterion that it belongs to.</param>
/// <param name="Path">JSON path in the set's pack, for messages.</param>
internal sealed record PlacedIndicator(IndicatorDefinition Indicator, string NodeCode, string Path);
