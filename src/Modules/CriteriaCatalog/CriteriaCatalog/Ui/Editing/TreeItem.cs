using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>An item of a draft's tree, as the tree shows it.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Below">What stands below it, in order.</param>
public sealed record TreeItem(ItemKey Key, LocalText Name, IReadOnlyList<TreeItem> Below)
{
    internal static IReadOnlyList<TreeItem> Of(SetContent content) => [.. content.Nodes.Select(Of)];

    private static TreeItem Of(ContentNode node) => new(
        ItemKey.Of(ItemKind.Node, node.Code), node.Name,
        [.. node.Children.Select(Of), .. node.Indicators.Select(indicator => new TreeItem(ItemKey.Of(ItemKind.Indicator, indicator.Code), indicator.Name, []))]);
}
