using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Domain.Formulas;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What a version must keep to be published: all of it can be reported, rolled up and read for years.</summary>
internal static class PublishingRules
{
    private const int FewestLevels = 2;
    private const int MostLevels = 4;

    /// <summary>What is wrong, each with its JSON path.</summary>
    /// <param name="content">The draft's content.</param>
    /// <param name="earlier">The versions of the set that were published before.</param>
    internal static IReadOnlyList<Failure> Problems(SetContent content, IReadOnlyCollection<Lifespan> earlier)
    {
        var problems = new List<Failure>(DraftRules.Problems(content));
        CheckValidity(content, earlier, problems);
        RequireVietnamese(content.Name, "$.name", problems);
        RequireVietnamese(content.IndicatorName, "$.indicatorName", problems);
        for (var i = 0; i < content.LevelNames.Count; i++) RequireVietnamese(content.LevelNames[i], $"$.levelNames[{i}]", problems);
        CheckTree(content, problems);
        DimensionRules.Check(content, problems);
        ScoringRules.Check(content, problems);
        var scoring = content.Scoring ?? SetScoring.TrackingOnly;
        foreach (var placed in content.PlacedIndicators()) IndicatorRules.Check(placed.Indicator, scoring, placed.Path, problems);
        FormulaRules.Check(content, problems);
        return problems;
    }

    internal static void RequireVietnamese(LocalText text, string path, List<Failure> problems)
    {
        if (string.IsNullOrWhiteSpace(text.Vi)) problems.Add(CatalogFailures.VietnameseMissing.On(path + ".vi"));
    }

    private static void CheckValidity(SetContent content, IReadOnlyCollection<Lifespan> earlier, List<Failure> problems)
    {
        if (content.ValidTo < content.ValidFrom) problems.Add(CatalogFailures.ValidityReversed.On("$.validTo"));
        if (earlier.MaxBy(version => version.Number) is { } newest && newest.Number >= content.Number)
            problems.Add(CatalogFailures.VersionIsOutOfTurn.On("$.version", newest.Number));
        if (earlier.MaxBy(version => version.ValidFrom) is { } latest && latest.ValidFrom >= content.ValidFrom)
            problems.Add(CatalogFailures.BeginsTooEarly.On("$.validFrom", latest.Number, latest.ValidFrom));
    }

    private static void CheckTree(SetContent content, List<Failure> problems)
    {
        var levels = content.LevelNames.Count + 1;
        if (levels is < FewestLevels or > MostLevels) problems.Add(CatalogFailures.LevelsOutOfRange.On("$.levelNames", levels));
        var indicators = 0;
        foreach (var placed in content.PlacedNodes())
        {
            RequireVietnamese(placed.Node.Name, placed.Path + ".name", problems);
            indicators += placed.Node.Indicators.Count;
            if (placed.Node.Children.Count == 0)
            {
                if (placed.Depth + 1 != content.LevelNames.Count)
                    problems.Add(CatalogFailures.LeafAtWrongDepth.On(placed.Path, placed.Depth + 1, content.LevelNames.Count));
            }
            else if (placed.Node.Indicators.Count > 0)
            {
                problems.Add(CatalogFailures.IndicatorAboveLeaf.On(placed.Path + ".indicators", placed.Node.Code));
            }
        }

        if (indicators == 0) problems.Add(CatalogFailures.NoIndicators.On("$.nodes"));
    }
}
