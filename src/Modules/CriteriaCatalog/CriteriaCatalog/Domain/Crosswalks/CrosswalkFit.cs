using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>Whether the value of one indicator can stand for that of another: the same kind of value, counted and measured the same way.</summary>
internal static class CrosswalkFit
{
    /// <summary>What does not fit between a link's indicators as they are defined on some date.</summary>
    /// <param name="crosswalk">The link.</param>
    /// <param name="target">What is answered.</param>
    /// <param name="sources">The link's sources, in its order.</param>
    internal static IReadOnlyList<Failure> Problems(Crosswalk crosswalk, Indicator target, IReadOnlyList<Indicator> sources)
    {
        var names = crosswalk.Sources.OrderBy(source => source.Place).Select(CrosswalkFormula.KeyOf);
        return
        [
            .. Problems(crosswalk.Kind, target, sources),
            .. CrosswalkFormula.Problems(
                crosswalk.Kind, crosswalk.Formula, target,
                names.Zip(sources).ToDictionary(source => source.First, source => source.Second, StringComparer.Ordinal)),
        ];
    }

    /// <summary>What does not fit, whatever a formula says.</summary>
    internal static IReadOnlyList<Failure> Problems(CrosswalkKind kind, Indicator target, IReadOnlyList<Indicator> sources)
    {
        var problems = new List<Failure>();
        if (kind != CrosswalkKind.Formula && sources.Count != 1) problems.Add(CrosswalkFailures.OneSource.On("sources"));
        if (target.IsComputed) problems.Add(CrosswalkFailures.TargetIsComputed.On("target", target.Code));
        if (kind == CrosswalkKind.Part && !CanBeSummed(target)) problems.Add(CrosswalkFailures.NoParts.On("kind"));
        foreach (var source in sources)
        {
            if (source.DataSource != IndicatorDataSource.OfficialData && source.DataSource != target.DataSource)
                problems.Add(CrosswalkFailures.SurveyStaysSurvey.On("sources", source.Code));
            if (kind != CrosswalkKind.Formula) AddDifferences(target, source, problems);
        }

        return problems;
    }

    /// <summary>Whether two units of measure read the same, in either language, whatever their accents and case.</summary>
    internal static bool SameMeasure(LocalText one, LocalText other) => Same(one.Vi, other.Vi) || Same(one.En, other.En);

    private static void AddDifferences(Indicator target, Indicator source, List<Failure> problems)
    {
        if (source.ValueType != target.ValueType)
            problems.Add(CrosswalkFailures.OtherValueType.On("sources", source.Code, target.Code));
        else if (!source.Levels.Select(level => level.Code).SequenceEqual(target.Levels.Select(level => level.Code), StringComparer.Ordinal))
            problems.Add(CrosswalkFailures.OtherLevels.On("sources", source.Code, target.Code));
        if (!SameMeasure(source.MeasureUnit, target.MeasureUnit) || source.Factor != target.Factor)
            problems.Add(CrosswalkFailures.OtherMeasure.On("sources", source.Code, source.MeasureUnit, target.Code, target.MeasureUnit));
        if (!SameCounting(source, target))
            problems.Add(CrosswalkFailures.OtherCounting.On("sources", source.Code, target.Code));
    }

    /// <summary>
    /// Persons and participations are never the same. A set that does not say what it counts says "things", which matters for sums only:
    /// a share is of whatever its names say.
    /// </summary>
    private static bool SameCounting(Indicator source, Indicator target) => source.Counting == target.Counting
        || (target.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio
            && (source.Counting == IndicatorCounting.Things || target.Counting == IndicatorCounting.Things));

    /// <summary>Sums of numbers, and of numerators and denominators; parts of a level or a yes say nothing of the whole.</summary>
    private static bool CanBeSummed(Indicator indicator) => indicator.ValueType
        is IndicatorValueType.Count or IndicatorValueType.Amount or IndicatorValueType.Percent or IndicatorValueType.Ratio;

    // A sign such as % folds to nothing: then the signs themselves are compared.
    private static bool Same(string one, string other)
    {
        var (a, b) = (SearchText.Fold(one), SearchText.Fold(other));
        return a.Length == 0 || b.Length == 0
            ? string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase)
            : string.Equals(a, b, StringComparison.Ordinal);
    }
}
