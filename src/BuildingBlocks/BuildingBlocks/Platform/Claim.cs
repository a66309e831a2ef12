namespace LearningCity.BuildingBlocks.Platform;

/// <summary>
/// A key that one host may hold at a time: its lease keeps two hosts from doing the same work at once. What must happen only once ever
/// rests on a unique key of its own table instead.
/// </summary>
public sealed class Claim
{
    /// <summary>What is claimed: <c>analytics.fold</c>, <c>audit.seal</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Which host holds it.</summary>
    public required string Holder { get; set; }

    /// <summary>Until when; afterwards another may take it.</summary>
    public required DateTimeOffset Until { get; set; }
}
