namespace LearningCity.BuildingBlocks.Security;

/// <summary>What kind of actor does something.</summary>
public enum CallerKind
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>A person.</summary>
    Person,

    /// <summary>Another system, by its API client.</summary>
    ApiClient,

    /// <summary>The system itself: a job or a listener.</summary>
    System,
}

/// <summary>One permission held for a unit and all below it (by <c>reports to</c>).</summary>
/// <param name="Permission">Code of the permission.</param>
/// <param name="UnitId">The unit; null for every unit.</param>
public sealed record Grant(string Permission, Guid? UnitId);

/// <summary>Who acts, and what they may do.</summary>
/// <param name="Id">Of the person or API client; empty for nobody and for the system.</param>
/// <param name="Kind">What kind of actor.</param>
/// <param name="Name">For display; the audit stores the id alone.</param>
/// <param name="UnitId">The unit that the caller works for, if there is one.</param>
/// <param name="Grants">What they may do, and where.</param>
public sealed record Caller(Guid Id, CallerKind Kind, string Name, Guid? UnitId, IReadOnlyList<Grant> Grants)
{
    /// <summary>Nobody.</summary>
    public static Caller Anonymous { get; } = new(Guid.Empty, CallerKind.Anonymous, "", null, []);

    /// <summary>The system itself, which may do everything.</summary>
    public static Caller System { get; } = new(Guid.Empty, CallerKind.System, "LearningCity", null, []);
}

/// <summary>Finds out who a signed-in principal is. Implemented by the module that keeps the people.</summary>
public interface ICallerSource
{
    /// <summary>The caller with their present grants, or null if the account is gone, locked or expired.</summary>
    Task<Caller?> FindAsync(CallerKind kind, Guid callerId, CancellationToken cancellationToken);
}
