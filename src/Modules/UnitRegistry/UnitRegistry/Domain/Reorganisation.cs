using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>What kind of change a decision makes.</summary>
internal enum ReorganisationKind
{
    /// <summary>Units go, whole, into one.</summary>
    Merge,

    /// <summary>Some units go in part: into several, or while they go on.</summary>
    PartialTransfer,

    /// <summary>One unit becomes several.</summary>
    Split,

    /// <summary>A unit takes another name or code.</summary>
    Rename,

    /// <summary>A unit becomes one of another type.</summary>
    ChangeType,

    /// <summary>A unit comes under another.</summary>
    Move,

    /// <summary>A unit ends without a successor.</summary>
    Close,

    /// <summary>A record made by mistake is taken back; nothing takes its place.</summary>
    Annul,
}

/// <summary>By what a share was measured.</summary>
internal enum ShareBasis
{
    /// <summary>Population.</summary>
    Population,

    /// <summary>Area.</summary>
    Area,
}

/// <summary>A decision that changed units. It is never erased: a mistaken one is corrected by a further one.</summary>
internal sealed class Reorganisation
{
    public required Guid Id { get; init; }

    public required ReorganisationKind Kind { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>First day of the new state.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>The scanned decision, by the hash of its content; null where none was attached.</summary>
    public string? DecisionFileHash { get; init; }

    /// <summary>The mistaken reorganisation that this one corrects; null if it corrects none.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>The record that corrects this one; null while this one holds.</summary>
    public Guid? CorrectedById { get; private set; }

    public List<Transfer> Transfers { get; } = [];

    internal void CorrectBy(Guid reorganisationId, DateTimeOffset at)
    {
        CorrectedById = reorganisationId;
        foreach (var transfer in Transfers) transfer.Annul(at);
    }
}

/// <summary>All or part of a unit went into another. The share is directional, from old to new, and never inverted.</summary>
internal sealed class Transfer
{
    public required Guid Id { get; init; }

    public required Guid ReorganisationId { get; init; }

    public required Guid FromUnitId { get; init; }

    /// <summary>The same unit where it went on unchanged.</summary>
    public required Guid ToUnitId { get; init; }

    public required TransferExtent Extent { get; init; }

    /// <summary>Share of the old unit, between 0 and 1; null where it is not known.</summary>
    public required decimal? Share { get; init; }

    /// <summary>By what the share was measured; null where it is not known.</summary>
    public required ShareBasis? Basis { get; init; }

    /// <summary>First day of the new state, as in the reorganisation.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When its reorganisation was corrected; null while it holds.</summary>
    public DateTimeOffset? AnnulledAt { get; private set; }

    internal void Annul(DateTimeOffset at) => AnnulledAt = at;
}
