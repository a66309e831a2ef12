namespace LearningCity.BuildingBlocks.Ui.Charts;

/// <summary>Where the marks of charts go.</summary>
public static class ChartGeometry
{
    /// <summary>The unbroken stretches of a series: a missing value is a gap that no line crosses.</summary>
    public static IReadOnlyList<Range> Runs(IReadOnlyList<decimal?> values)
    {
        var runs = new List<Range>();
        int? start = null;
        for (var i = 0; i <= values.Count; i++)
        {
            var present = i < values.Count && values[i] is not null;
            if (present)
            {
                start ??= i;
            }
            else if (start is { } from)
            {
                runs.Add(new Range(from, i));
                start = null;
            }
        }

        return runs;
    }

    /// <summary>Moves labels apart that would touch, keeping their order and staying between the limits.</summary>
    /// <param name="wanted">Where each label would like to be.</param>
    /// <param name="distance">The least distance between two labels.</param>
    /// <param name="low">The lowest place.</param>
    /// <param name="high">The highest place.</param>
    public static IReadOnlyList<double> Spread(IReadOnlyList<double> wanted, double distance, double low, double high)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToList();
        var placed = new double[wanted.Count];
        var next = low;
        foreach (var i in order)
        {
            placed[i] = Math.Max(wanted[i], next);
            next = placed[i] + distance;
        }

        var limit = high;
        foreach (var i in Enumerable.Reverse(order))
        {
            placed[i] = Math.Min(placed[i], limit);
            limit = placed[i] - distance;
        }

        return placed;
    }

    /// <summary>Cuts a bar into parts: start and width of each, as shares of the whole.</summary>
    public static IReadOnlyList<(double Start, double Width)> Stack(IReadOnlyList<decimal> parts)
    {
        var whole = parts.Sum();
        var stack = new List<(double, double)>(parts.Count);
        var sum = 0m;
        foreach (var part in parts)
        {
            stack.Add(whole == 0 ? (0, 0) : ((double)(sum / whole), (double)(part / whole)));
            sum += part;
        }

        return stack;
    }

    /// <summary>
    /// Gives every place a cell of a grid of equal tiles, near to where it lies on the map and no two in one cell. The same places give
    /// the same grid, whatever their order.
    /// </summary>
    /// <param name="places">Latitude and longitude of each place, in degrees.</param>
    /// <param name="columns">How many columns the grid has at most; more rows and columns than that are added only where places do not fit.</param>
    public static IReadOnlyList<(int Column, int Row)> Tiles(IReadOnlyList<(double Latitude, double Longitude)> places, int columns)
    {
        if (places.Count == 0)
            return [];

        // Rank within latitude and longitude spreads a crowded centre over the grid, which true distances would not.
        var rows = Math.Max(1, (int)Math.Ceiling(places.Count * 1.2 / columns));
        var byLongitude = Ranks(places, p => p.Longitude, p => p.Latitude);
        var byLatitude = Ranks(places, p => -p.Latitude, p => p.Longitude);
        var cells = new (int Column, int Row)[places.Count];
        var taken = new HashSet<(int, int)>();
        foreach (var i in Enumerable.Range(0, places.Count).OrderBy(i => Centrality(places, i)).ThenBy(i => byLongitude[i]))
        {
            var x = (byLongitude[i] + 0.5) / places.Count * columns;
            var y = (byLatitude[i] + 0.5) / places.Count * rows;
            cells[i] = Nearest(x, y, columns, rows, taken);
            taken.Add(cells[i]);
        }

        return cells;
    }

    private static (int Column, int Row) Nearest(double x, double y, int columns, int rows, HashSet<(int, int)> taken)
    {
        var best = (Column: 0, Row: 0);
        var shortest = double.MaxValue;
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var distance = Math.Pow(column + 0.5 - x, 2) + Math.Pow(row + 0.5 - y, 2);
                if (distance < shortest && !taken.Contains((column, row)))
                    (best, shortest) = ((column, row), distance);
            }
        }

        return best;
    }

    private static double Centrality(IReadOnlyList<(double Latitude, double Longitude)> places, int i)
    {
        var latitude = places.Average(p => p.Latitude);
        var longitude = places.Average(p => p.Longitude);
        return Math.Pow(places[i].Latitude - latitude, 2) + Math.Pow(places[i].Longitude - longitude, 2);
    }

    private static int[] Ranks(
        IReadOnlyList<(double Latitude, double Longitude)> places,
        Func<(double Latitude, double Longitude), double> first,
        Func<(double Latitude, double Longitude), double> second)
    {
        var ranks = new int[places.Count];
        var order = Enumerable.Range(0, places.Count).OrderBy(i => first(places[i])).ThenBy(i => second(places[i])).ToList();
        for (var rank = 0; rank < order.Count; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }
}
