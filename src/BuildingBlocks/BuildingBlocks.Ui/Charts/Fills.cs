namespace LearningCity.BuildingBlocks.Ui.Charts;

/// <summary>The style class of a fill.</summary>
internal static class Fills
{
    /// <summary>The style class of a fill.</summary>
    public static string Class(ChartFill fill) => "fill-" + fill.ToString().ToLowerInvariant();
}
