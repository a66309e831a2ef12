using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What the set's dimensions and their use must keep.</summary>
internal static class DimensionRules
{
    internal static void Check(SetContent content, List<Failure> problems)
    {
        for (var i = 0; i < content.Dimensions.Count; i++)
        {
            var (dimension, path) = (content.Dimensions[i], $"$.dimensions[{i}]");
            PublishingRules.RequireVietnamese(dimension.Name, path + ".name", problems);
            if (dimension.Categories.Count == 0) problems.Add(IndicatorFailures.DimensionEmpty.On(path + ".categories"));
            for (var j = 0; j < dimension.Categories.Count; j++)
                PublishingRules.RequireVietnamese(dimension.Categories[j].Name, $"{path}.categories[{j}].name", problems);
        }

        var known = content.Dimensions.Select(dimension => dimension.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var placed in content.PlacedIndicators()) CheckUse(placed, known, problems);
    }

    private static void CheckUse(PlacedIndicator placed, HashSet<string> known, List<Failure> problems)
    {
        var used = placed.Indicator.Disaggregations;
        if (used.Count > 0 && (!placed.Indicator.IsNumber || used.Distinct(StringComparer.Ordinal).Count() < used.Count))
            problems.Add(IndicatorFailures.DimensionUnfit.On(placed.Path + ".disaggregations"));
        for (var i = 0; i < used.Count; i++)
        {
            if (!known.Contains(used[i])) problems.Add(IndicatorFailures.DimensionUnknown.On($"{placed.Path}.disaggregations[{i}]", used[i]));
        }
    }
}
