using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Units;

/// <summary>
/// One row of a module's own copy of the trees: a unit, and a unit above it (or itself, at depth 0), for a time. With it, to filter a
/// list by what a caller may see is a join. Fed by the registry's event that units changed; never audited, because it is a copy.
/// </summary>
public sealed class UnitPlace
{
    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The unit above it.</summary>
    public required Guid AncestorId { get; init; }

    /// <summary>Along which relation.</summary>
    public required UnitRelation Relation { get; init; }

    /// <summary>0 for the unit itself.</summary>
    public required int Depth { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }
}
