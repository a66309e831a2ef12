namespace LearningCity.BuildingBlocks.Ui.Charts;

/// <summary>How a part of a chart is filled; the same thing has the same look on every page and on paper.</summary>
public enum ChartFill
{
    /// <summary>First series.</summary>
    Series1,

    /// <summary>Second series.</summary>
    Series2,

    /// <summary>Third series.</summary>
    Series3,

    /// <summary>Fourth series.</summary>
    Series4,

    /// <summary>Everything that only gives context.</summary>
    Context,

    /// <summary>Reports not started.</summary>
    NotStarted,

    /// <summary>Reports being entered.</summary>
    Draft,

    /// <summary>Reports that wait for review.</summary>
    Submitted,

    /// <summary>Reports returned.</summary>
    Returned,

    /// <summary>Reports approved.</summary>
    Approved,

    /// <summary>Target missed.</summary>
    Missed,

    /// <summary>Target nearly met.</summary>
    Near,

    /// <summary>Target met.</summary>
    Met,

    /// <summary>No data: hatched.</summary>
    NoData,
}

/// <summary>One series of a line chart.</summary>
/// <param name="Name">Written at the end of the line.</param>
/// <param name="Values">One value per period; null leaves a gap.</param>
/// <param name="Context">Whether it only gives context and stays grey.</param>
public sealed record TrendSeries(string Name, IReadOnlyList<decimal?> Values, bool Context = false);

/// <summary>One bar of a list.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its length; null where there is no figure.</param>
/// <param name="Text">The figure as it reads.</param>
/// <param name="Href">Where the label leads.</param>
/// <param name="Mine">Whether it is the reader's own.</param>
/// <param name="Fill">How it is filled.</param>
/// <param name="Partial">Whether not everybody has reported: the bar is hollow.</param>
public sealed record Bar(
    string Label, decimal? Value, string Text, string? Href = null, bool Mine = false, ChartFill Fill = ChartFill.Context, bool Partial = false);

/// <summary>One part of a whole.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Fill">How it is filled.</param>
/// <param name="Href">Where its line of the legend leads.</param>
public sealed record StackPart(string Label, decimal Value, ChartFill Fill, string? Href = null);

/// <summary>One tile of a map of equal tiles.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Latitude">Where it lies, in degrees.</param>
/// <param name="Longitude">Where it lies, in degrees.</param>
/// <param name="Value">Its figure; null where there is none.</param>
/// <param name="Text">The figure as it reads in the tile: three or four signs.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Mine">Whether it is the reader's own.</param>
public sealed record MapTile(
    string Name, double Latitude, double Longitude, decimal? Value, string Text, string? Href = null, bool Mine = false);

/// <summary>One unit on a strip of dots.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Value">Its figure.</param>
/// <param name="Mine">Whether it is the reader's own.</param>
public sealed record StripDot(string Name, decimal Value, bool Mine = false);

/// <summary>How a value stands to its target.</summary>
public enum TargetLevel
{
    /// <summary>Missed.</summary>
    Missed,

    /// <summary>Nearly met.</summary>
    Near,

    /// <summary>Met.</summary>
    Met,

    /// <summary>There is no figure to compare.</summary>
    NoData,
}
