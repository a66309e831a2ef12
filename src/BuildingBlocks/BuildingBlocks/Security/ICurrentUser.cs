namespace LearningCity.BuildingBlocks.Security;

/// <summary>Who carries out the present command or query.</summary>
public interface ICurrentUser
{
    /// <summary>The caller.</summary>
    Caller Caller { get; }

    /// <summary>Id of the person or API client; empty for nobody and for the system.</summary>
    Guid Id => Caller.Id;

    /// <summary>For display.</summary>
    string Name => Caller.Name;

    /// <summary>Whether somebody is signed in (or the system acts).</summary>
    bool IsSignedIn => Caller.Kind != CallerKind.Anonymous;

    /// <summary>Whether the caller holds the permission for at least one unit.</summary>
    bool Has(string permission);

    /// <summary>For which units the caller holds the permission.</summary>
    ScopeRoots ScopeOf(string permission);
}

/// <summary>The units for which a permission is held, each with all below it.</summary>
/// <param name="Everywhere">Held for every unit.</param>
/// <param name="UnitIds">Otherwise, the tops of the subtrees; empty if the permission is not held.</param>
public sealed record ScopeRoots(bool Everywhere, IReadOnlyList<Guid> UnitIds)
{
    /// <summary>Not held at all.</summary>
    public bool IsEmpty => !Everywhere && UnitIds.Count == 0;
}
