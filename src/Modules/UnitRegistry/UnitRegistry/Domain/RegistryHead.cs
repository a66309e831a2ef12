using LearningCity.BuildingBlocks.Data;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// The one row that every change of the registry counts up. That units form a forest, and that a code names one unit on a day, are rules
/// over all units: of two changes at once, the second is refused as stale rather than checked against half a state.
/// </summary>
internal sealed class RegistryHead : IVersioned
{
    internal const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public int Version { get; private set; }

    /// <summary>Changes so far.</summary>
    public long Changes { get; private set; }

    internal void Count() => Changes++;
}

/// <summary>A built-in registry that was loaded; its key makes sure that it is loaded once, whichever host is first.</summary>
internal sealed class LoadedPack
{
    public required string Key { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}
