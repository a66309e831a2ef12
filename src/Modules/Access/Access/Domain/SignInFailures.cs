namespace LearningCity.Access.Domain;

/// <summary>
/// Failed sign-ins under one name, whether or not somebody has that name: so a lock-out does not tell which names exist. Keyed by a
/// hash, since people also type other things into that field.
/// </summary>
internal sealed class SignInFailures
{
    /// <summary>So many failures in a row lock the name.</summary>
    internal const int MostFailures = 5;

    /// <summary>For how long a name is locked, and after how long a pause counting starts anew.</summary>
    internal static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private SignInFailures()
    {
    }

    /// <summary>The first failure under a name.</summary>
    internal SignInFailures(string nameHash, DateTimeOffset at) => (NameHash, Count, LastAt) = (nameHash, 1, at);

    public string NameHash { get; private set; } = "";

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    internal DateTimeOffset? LockedUntil => Count >= MostFailures ? LastAt + LockedFor : null;

    internal bool IsLockedAt(DateTimeOffset instant) => LockedUntil > instant;
}
