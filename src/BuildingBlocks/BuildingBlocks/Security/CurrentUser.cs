namespace LearningCity.BuildingBlocks.Security;

/// <summary>The caller of one scope: set once per request by the host, or by a job, a listener or the demonstration loader.</summary>
public sealed class CurrentUser : ICurrentUser
{
    /// <inheritdoc />
    public Caller Caller { get; private set; } = Caller.Anonymous;

    /// <summary>From now on this scope acts for <paramref name="caller"/>.</summary>
    public void Become(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        Caller = caller;
    }

    /// <inheritdoc />
    public bool Has(string permission) => !ScopeOf(permission).IsEmpty;

    /// <inheritdoc />
    public ScopeRoots ScopeOf(string permission)
    {
        if (Caller.Kind == CallerKind.System) return new(true, []);
        var held = Caller.Grants.Where(grant => grant.Permission == permission).Select(grant => grant.UnitId).ToList();
        return held.Contains(null) ? new(true, []) : new(false, [.. held.Select(unitId => unitId!.Value).Distinct()]);
    }
}
