namespace LearningCity.BuildingBlocks.Contracts;

/// <summary>One page of a list that is read by cursor.</summary>
/// <param name="Items">The items of this page, in the list's order.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> to read on; null on the last page. Opaque to callers.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
