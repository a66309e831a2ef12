using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Submissions.Domain;

/// <summary>By what the work of a reviewing body is shared out.</summary>
internal enum ShareKind
{
    /// <summary>The units of a group of the registry, such as a professional cluster; members are looked up by date.</summary>
    Cluster,

    /// <summary>Units named one by one.</summary>
    List,

    /// <summary>One indicator across all units.</summary>
    Indicator,
}

/// <summary>
/// A part of a reviewing body's work that one officer answers for. It orders the work and forbids nothing: every officer of the body may still
/// decide, so that nothing stands still. Never changed but for its end.
/// </summary>
internal sealed class ReviewShare : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The reviewing body.</summary>
    public required Guid BodyId { get; init; }

    public required Guid OfficerId { get; init; }

    public required ShareKind Kind { get; init; }

    /// <summary>The group, of a cluster.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>The indicator, of one; it keeps its key across versions of its set.</summary>
    public Guid? IndicatorId { get; init; }

    /// <summary>What it is called: the cluster's name, the indicator's code, or what the office calls the list.</summary>
    public required string Name { get; init; }

    public required Guid SharedBy { get; init; }

    public required DateTimeOffset SharedAt { get; init; }

    /// <summary>The share that this one goes on from, after a hand-over.</summary>
    public Guid? TakenOverFromId { get; init; }

    public Guid? EndedBy { get; private set; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    internal void End(Guid by, DateTimeOffset at, string? reason) => (EndedBy, EndedAt, EndReason) = (by, at, reason);
}

/// <summary>A unit of a share.</summary>
internal sealed class ReviewShareUnit
{
    public required Guid ShareId { get; init; }

    public required Guid UnitId { get; init; }
}

/// <summary>While an officer is absent, another of the same body sees their shares as their own.</summary>
internal sealed class ReviewDelegation : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The reviewing body.</summary>
    public required Guid BodyId { get; init; }

    public required Guid FromOfficerId { get; init; }

    public required Guid ToOfficerId { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ToDay { get; init; }

    public required string Reason { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public Guid? RevokedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    internal void Revoke(Guid by, DateTimeOffset at) => (RevokedBy, RevokedAt) = (by, at);
}
