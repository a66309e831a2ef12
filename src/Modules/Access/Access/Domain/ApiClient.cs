using LearningCity.BuildingBlocks;

namespace LearningCity.Access.Domain;

/// <summary>Another system that uses the API by a key. A key is never changed, only revoked: a new client gets a new one.</summary>
internal sealed class ApiClient
{
    internal const int LongestName = 100;

    private ApiClient()
    {
    }

    internal ApiClient(
        string name, ApiKey key, IEnumerable<string> roles, IEnumerable<string> permissions, Guid? unitId, DateTimeOffset createdAt,
        DateTimeOffset expiresAt)
    {
        (Id, Name, KeyPrefix, KeyHash, UnitId, CreatedAt, ExpiresAt) = (Ids.New(), name.Trim(), key.Prefix, key.Hash, unitId, createdAt, expiresAt);
        Roles = CodesOf(roles);
        Permissions = CodesOf(permissions);
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The visible part of the key.</summary>
    public string KeyPrefix { get; private set; } = "";

    /// <summary>SHA-256 of the whole key, in hex.</summary>
    public string KeyHash { get; private set; } = "";

    /// <summary>Codes of roles, separated by spaces.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>Codes of single permissions, separated by spaces.</summary>
    public string Permissions { get; private set; } = "";

    /// <summary>For which unit and all below it; null for everywhere.</summary>
    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the hour, so that a call seldom writes.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    internal IReadOnlyList<string> RoleCodes => Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal IReadOnlyList<string> PermissionCodes => Permissions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal ApiClientState StateAt(DateTimeOffset instant) =>
        RevokedAt is not null ? ApiClientState.Revoked : ExpiresAt <= instant ? ApiClientState.Expired : ApiClientState.Active;

    internal void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    private static string CodesOf(IEnumerable<string> codes) => string.Join(' ', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

/// <summary>Whether a client's key is good.</summary>
internal enum ApiClientState
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>An administrator withdrew it.</summary>
    Revoked,
}
