using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>What counts in a period beside the sheets.</summary>
/// <param name="Links">The links between criteria sets that hold on its reference date.</param>
/// <param name="Given">What reference series give its units.</param>
/// <param name="Counted">What the unit registry counts.</param>
internal sealed record FrozenSupplements(
    IReadOnlyList<FrozenSupplementLink> Links, IReadOnlyList<FrozenGiven> Given, IReadOnlyList<FrozenCounted> Counted)
{
    /// <summary>Of an edition that was sealed before anything but sheets was counted.</summary>
    internal static FrozenSupplements None { get; } = new([], [], []);

    /// <summary>How many facts they are.</summary>
    internal int Count => Links.Count + Given.Count + Counted.Count;
}

/// <summary>A link that counts. What an approved link says never changes; it is read by its key.</summary>
/// <param name="Id">Key of the link.</param>
/// <param name="VersionId">Version of the set whose indicator it answers.</param>
internal sealed record FrozenSupplementLink(Guid Id, Guid VersionId);

/// <summary>A figure that a reference series gives a unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Part">Which figure of it.</param>
/// <param name="Value">What the series says.</param>
/// <param name="Release">The release that says so.</param>
internal sealed record FrozenGiven(Guid UnitId, Guid IndicatorId, FormulaPart Part, decimal Value, int Release);

/// <summary>A unit that an indicator counts in the registry, or counts out of.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Counts">Whether the unit has what is counted.</param>
internal sealed record FrozenCounted(Guid UnitId, Guid IndicatorId, bool Counts);
