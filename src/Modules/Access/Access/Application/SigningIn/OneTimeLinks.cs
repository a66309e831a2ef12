using LearningCity.Access.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>Finds links by what was sent, and uses them up.</summary>
internal static class OneTimeLinks
{
    internal static Task<OneTimeLink?> FindLinkAsync(
        this IAccessDb db, LinkPurpose purpose, string? token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100) return Task.FromResult<OneTimeLink?>(null);
        var hash = Secrets.HashOf(token);
        return db.Links.FirstOrDefaultAsync(link => link.TokenHash == hash && link.Purpose == purpose && link.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Removes the link in the present transaction; false if somebody else used it first.</summary>
    internal static async Task<bool> UseUpAsync(this IAccessDb db, OneTimeLink link, CancellationToken cancellationToken) =>
        await db.Links.Where(candidate => candidate.Id == link.Id).ExecuteDeleteAsync(cancellationToken) == 1;
}
