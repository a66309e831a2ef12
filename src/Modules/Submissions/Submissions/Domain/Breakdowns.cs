using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>A part of an indicator's figure: women, 15 to 25 years.</summary>
/// <param name="Key">Its key in a sheet: <c>sex=female</c>.</param>
/// <param name="Dimension">By what it is broken down.</param>
/// <param name="Category">Which part it is.</param>
internal sealed record BreakdownPart(string Key, Dimension Dimension, DimensionCategory Category);

/// <summary>The parts that figures are broken down into, dimension by dimension; each dimension divides the whole figure.</summary>
internal static class Breakdowns
{
    /// <summary>The parts of an indicator's figure; none where its value is no number.</summary>
    internal static IReadOnlyList<BreakdownPart> Of(CriteriaSetVersion set, Indicator indicator) =>
        indicator.ValueType is not (IndicatorValueType.Count or IndicatorValueType.Amount or IndicatorValueType.Percent or IndicatorValueType.Ratio)
            ? []
            : [.. from code in indicator.Disaggregations
                  let dimension = set.Dimensions.FirstOrDefault(dimension => dimension.Code == code)
                  where dimension is not null
                  from category in dimension.Categories
                  select new BreakdownPart($"{code}={category.Code}", dimension, category)];

    /// <summary>
    /// Dimensions whose parts do not add up to the figure: all are there and give something else, or some of them give more already.
    /// </summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="total">The figure.</param>
    /// <param name="cellOf">What the sheet says for a part's key.</param>
    internal static IEnumerable<Failure> Differences(
        Indicator indicator, IReadOnlyList<BreakdownPart> parts, PackedCell total, Func<string, PackedCell> cellOf)
    {
        if (total.State != CellState.Reported) yield break;
        foreach (var dimension in parts.GroupBy(part => part.Dimension))
        {
            var cells = dimension.Select(part => cellOf(part.Key)).ToList();
            var isWhole = cells.TrueForAll(cell => cell.State is CellState.Reported or CellState.NotApplicable);
            foreach (var (figure, of) in Figures)
            {
                if (of(total) is not { } whole || !cells.Exists(cell => of(cell) is not null)) continue;
                var sum = cells.Sum(cell => of(cell) ?? 0);
                if (sum > whole || (isWhole && sum != whole))
                    yield return CellFailures.PartsDiffer.On(indicator.Code, indicator.Name, dimension.Key.Name, sum, whole, figure);
            }
        }
    }

    private static readonly (BuildingBlocks.Contracts.LocalText Name, Func<PackedCell, decimal?> Of)[] Figures =
    [
        (new("tổng", "total"), cell => cell.Number),
        (new("tử số", "numerator"), cell => cell.Numerator),
        (new("mẫu số", "denominator"), cell => cell.Denominator),
    ];
}
