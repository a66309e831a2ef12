using LearningCity.BuildingBlocks;

namespace LearningCity.Access.Domain;

/// <summary>A link that works once, for a time: to set the system up, or to set a password. Only the hash of its token is stored.</summary>
internal sealed class OneTimeLink
{
    private OneTimeLink()
    {
    }

    internal OneTimeLink(LinkPurpose purpose, Guid? personId, string token, DateTimeOffset createdAt, TimeSpan goodFor) =>
        (Id, Purpose, PersonId, TokenHash, CreatedAt, ExpiresAt) =
            (Ids.New(), purpose, personId, Secrets.HashOf(token), createdAt, createdAt + goodFor);

    public Guid Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    /// <summary>Whose password it sets; null for the link that sets the system up.</summary>
    public Guid? PersonId { get; private set; }

    public string TokenHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
}

/// <summary>What a link is for.</summary>
internal enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    SetUp,

    /// <summary>Sets a person's password.</summary>
    SetPassword,
}
