using LearningCity.BuildingBlocks;

namespace LearningCity.Access.Domain;

/// <summary>A role that a person holds for a unit and all below it, or everywhere, for a time.</summary>
internal sealed class RoleAssignment
{
    private RoleAssignment()
    {
    }

    internal RoleAssignment(Guid personId, RoleGrant grant, DateOnly from, DateOnly? to = null) =>
        (Id, PersonId, Role, UnitId, ValidFrom, ValidTo) = (Ids.New(), personId, grant.Role, grant.UnitId, from, to);

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Code of the role.</summary>
    public string Role { get; private set; } = "";

    /// <summary>Top of the subtree; null for everywhere.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; private set; }

    internal RoleGrant Grant => new(Role, UnitId);

    internal bool IsHeldOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    internal void EndOn(DateOnly lastDay) => ValidTo = lastDay;
}

/// <summary>A role and where it is held.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="UnitId">Top of the subtree; null for everywhere.</param>
internal sealed record RoleGrant(string Role, Guid? UnitId);
