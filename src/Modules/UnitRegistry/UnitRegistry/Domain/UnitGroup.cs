using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// A grouping of units beside the trees, such as the 16 professional clusters of the Department of Education and Training since school
/// year 2025-2026. Optional: a unit may be in none, but on a day in one at most of each kind.
/// </summary>
internal sealed class UnitGroup : IVersioned
{
    public Guid Id { get; private set; } = Ids.New();

    /// <summary>What it groups for, in snake case: <c>professional_cluster</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique within its kind.</summary>
    public required string Code { get; init; }

    public required string NameVi { get; init; }

    public required string NameEn { get; init; }

    /// <summary>Where this is known from; empty where nobody said.</summary>
    public string Source { get; init; } = "";

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; private set; }

    public int Version { get; private set; }

    /// <summary>Counts a change of its members as a change of the group.</summary>
    public int Changes { get; private set; }

    internal void Count() => Changes++;
}

/// <summary>A unit belongs to a group for a time. Never changed: what we learn later supersedes it.</summary>
internal sealed class GroupMember
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid GroupId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public required DateOnly? ValidTo { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? SupersededAt { get; private set; }

    internal void Supersede(DateTimeOffset at) => SupersededAt = at;

    /// <summary>The same, cut to the days before another list of members begins; null where none are left.</summary>
    internal GroupMember? Before(DateOnly day, DateTimeOffset at) => ValidFrom >= day
        ? null
        : new GroupMember { GroupId = GroupId, UnitId = UnitId, ValidFrom = ValidFrom, ValidTo = Validity.DayBefore(day), RecordedAt = at };
}
