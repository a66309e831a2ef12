using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Navigation;

/// <summary>One entry of the main navigation. Modules register theirs; the layout shows those that the signed-in person may open.</summary>
/// <param name="Permission">Who may see it; empty for everybody who is signed in.</param>
/// <param name="Path">Path of the page; starts with a slash.</param>
/// <param name="Label">Short label, two or three words.</param>
/// <param name="Icon">Name of an icon in the sprite, without prefix.</param>
/// <param name="Order">Ascending; steps of ten leave room.</param>
public sealed record NavigationItem(string Permission, string Path, LocalText Label, string Icon, int Order);
