using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What even a draft must keep: codes that can be used as keys, and a size that can be handled.</summary>
internal static partial class DraftRules
{
    internal const int LongestCode = 60;
    private const int MostIndicators = 2000;

    /// <summary>What is wrong, each with its JSON path.</summary>
    internal static IReadOnlyList<Failure> Problems(SetContent content)
    {
        var problems = new List<Failure>();
        CheckCode(content.Code, "$.code", problems);
        var nodes = content.PlacedNodes().Select(placed => (placed.Node.Code, Path: placed.Path + ".code")).ToList();
        var indicators = content.PlacedIndicators().Select(placed => (placed.Indicator.Code, Path: placed.Path + ".code")).ToList();
        CheckCodes(nodes, problems);
        CheckCodes(indicators, problems);
        foreach (var placed in content.PlacedIndicators().Where(placed => placed.Indicator.Levels.Count > 0))
            CheckCodes(placed.Indicator.Levels.Select((level, i) => (level.Code, $"{placed.Path}.levels[{i}].code")), problems);
        CheckCodes(content.Dimensions.Select((dimension, i) => (dimension.Code, $"$.dimensions[{i}].code")), problems);
        for (var i = 0; i < content.Dimensions.Count; i++)
            CheckCodes(content.Dimensions[i].Categories.Select((category, j) => (category.Code, $"$.dimensions[{i}].categories[{j}].code")), problems);
        if (content.Scoring is { } scoring)
            CheckCodes(scoring.Grades.Select((grade, i) => (grade.Code, $"$.scoring.grades[{i}].code")), problems);
        CheckPredecessors(content, problems);
        if (indicators.Count > MostIndicators) problems.Add(CatalogFailures.TooManyIndicators.On("$.nodes", MostIndicators));
        return problems;
    }

    private static void CheckCodes(IEnumerable<(string Code, string Path)> codes, List<Failure> problems)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, path) in codes)
        {
            CheckCode(code, path, problems);
            if (!seen.TryAdd(code, path)) problems.Add(CatalogFailures.CodeRepeated.On(path, code, seen[code]));
        }
    }

    /// <summary>An indicator goes on as one other, and the one that it was is there no more.</summary>
    private static void CheckPredecessors(SetContent content, List<Failure> problems)
    {
        var codes = content.PlacedIndicators().Select(placed => placed.Indicator.Code).ToHashSet(StringComparer.Ordinal);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in content.PlacedIndicators())
        {
            if (placed.Indicator.Predecessor is not { } predecessor) continue;
            var path = placed.Path + ".predecessor";
            CheckCode(predecessor, path, problems);
            if (codes.Contains(predecessor) || !followed.Add(predecessor)) problems.Add(CatalogFailures.PredecessorTaken.On(path, predecessor));
        }
    }

    private static void CheckCode(string code, string path, List<Failure> problems)
    {
        if (!CodePattern().IsMatch(code)) problems.Add(CatalogFailures.CodeMalformed.On(path, LongestCode));
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z")]
    private static partial Regex CodePattern();
}
