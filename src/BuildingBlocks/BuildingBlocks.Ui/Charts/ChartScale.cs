using System.Globalization;

namespace LearningCity.BuildingBlocks.Ui.Charts;

/// <summary>A linear scale with round ticks.</summary>
public sealed class ChartScale
{
    private ChartScale(double min, double max, IReadOnlyList<double> ticks) => (Min, Max, Ticks) = (min, max, ticks);

    /// <summary>The value at the start of the scale.</summary>
    public double Min { get; }

    /// <summary>The value at the end of the scale.</summary>
    public double Max { get; }

    /// <summary>Round values from start to end.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>A scale with round ends that holds all values.</summary>
    /// <param name="values">What has to fit; missing values are passed over.</param>
    /// <param name="fromZero">Whether the scale starts at zero, as bars must.</param>
    /// <param name="steps">About how many steps there should be.</param>
    public static ChartScale Around(IEnumerable<decimal?> values, bool fromZero = false, int steps = 4)
    {
        var present = values.Where(v => v is not null).Select(v => (double)v!.Value).ToList();
        if (present.Count == 0)
            return new ChartScale(0, 1, [0, 1]);

        var low = present.Min();
        var high = present.Max();
        if (fromZero)
            (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (low - (Math.Abs(low) * 0.1), high + (Math.Abs(high) * 0.1));

        var step = RoundStep((high - low) / steps);
        var first = Math.Floor((low / step) + 1e-9);
        var last = Math.Ceiling((high / step) - 1e-9);
        var ticks = new List<double>();
        for (var i = first; i <= last; i++)
            ticks.Add(Math.Round(i * step, 10));
        return new ChartScale(ticks[0], ticks[^1], ticks);
    }

    /// <summary>Where a value lies between the ends: 0 at the start, 1 at the end; values outside lie on the nearer end.</summary>
    public double Position(decimal value) => Position((double)value);

    /// <summary>Where a value lies between the ends: 0 at the start, 1 at the end; values outside lie on the nearer end.</summary>
    public double Position(double value) => Math.Clamp((value - Min) / (Max - Min), 0, 1);

    private static double RoundStep(double rough)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var factor = rough / magnitude;
        return magnitude * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 2.5 ? 2.5 : factor <= 5 ? 5 : 10);
    }
}

/// <summary>Numbers as SVG wants them, whatever the reader's language.</summary>
public static class Svg
{
    /// <summary>A length: two decimals at most, with a point.</summary>
    public static string Px(double length) => Math.Round(length, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of the width: 0.5 is 50%.</summary>
    public static string Pc(double share) => Math.Round(share * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
