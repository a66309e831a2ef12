namespace LearningCity.Submissions.Contracts;

/// <summary>
/// Where figures lie and how far they spread, by statistics that single wild figures cannot move, and how far another figure lies from them:
/// the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC Quality Press 1993, chapter 3).
/// </summary>
/// <param name="Count">How many figures.</param>
/// <param name="Median">Their median.</param>
/// <param name="MedianDeviation">Median of their absolute distances from the median (MAD).</param>
/// <param name="MeanDeviation">Mean of these distances; steps in where more than half of the figures are the same and the MAD is zero.</param>
public sealed record RobustSpread(int Count, decimal Median, decimal MedianDeviation, decimal MeanDeviation)
{
    /// <summary>A figure whose score is farther from zero than this is an outlier: Iglewicz and Hoaglin's recommendation.</summary>
    public const decimal Threshold = 3.5m;

    /// <summary>The third quartile of the standard normal distribution: it makes the MAD comparable with a standard deviation.</summary>
    private const decimal NormalQuartile = 0.6745m;

    /// <summary>The square root of half of pi, which does the same for the mean distance.</summary>
    private const decimal MeanToDeviation = 1.253314m;

    /// <summary>The spread of some figures; null where there are fewer than asked for.</summary>
    /// <param name="figures">The figures, in any order; the list is sorted.</param>
    /// <param name="fewest">Below this many nothing can be said.</param>
    public static RobustSpread? Of(List<decimal> figures, int fewest)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0 || figures.Count < fewest) return null;
        figures.Sort();
        var median = Middle(figures);
        var distances = figures.ConvertAll(figure => Math.Abs(figure - median));
        distances.Sort();
        return new RobustSpread(figures.Count, median, Middle(distances), distances.Sum() / distances.Count);
    }

    /// <summary>How far a figure lies from the median, in units of spread; null where the figures do not spread at all.</summary>
    public decimal? Score(decimal figure)
    {
        var distance = figure - Median;
        if (MedianDeviation > 0) return NormalQuartile * distance / MedianDeviation;
        return MeanDeviation > 0 ? distance / (MeanToDeviation * MeanDeviation) : null;
    }

    /// <summary>Whether a figure is an outlier among these.</summary>
    public bool IsOutlier(decimal figure) => Score(figure) is { } score && Math.Abs(score) > Threshold;

    private static decimal Middle(List<decimal> sorted) => sorted.Count % 2 == 1
        ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
