using LearningCity.BuildingBlocks;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// Which unit answers, from a day on, for what an ended unit still owes. Values stay on the unit that owed them; who works for the
/// taking unit, or above it, has the ended unit in scope. A later record takes the place of an earlier one.
/// </summary>
internal sealed class HandOver
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid FromUnitId { get; init; }

    public required Guid ToUnitId { get; init; }

    /// <summary>First day: the one after the unit's last.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The reorganisation that says so; null if it was entered by itself.</summary>
    public required Guid? ReorganisationId { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public DateTimeOffset? SupersededAt { get; private set; }

    internal void Supersede(DateTimeOffset at) => SupersededAt = at;
}
