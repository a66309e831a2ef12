using System.Security.Claims;
using System.Text.Encodings.Web;
using LearningCity.Access.Application;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Infrastructure.Authentication;

/// <summary>Signs in API clients by <c>Authorization: Bearer lc_...</c> or <c>X-Api-Key</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAccessDb db, CallerCache cache)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>The key that a request carries; null if it carries none.</summary>
    internal static string? KeyOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer + ApiKey.Start, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } text) return AuthenticateResult.NoResult();
        if (ApiKey.TryRead(text) is not { } key) return AuthenticateResult.Fail("The API key is mistyped or cut off.");
        var known = await FindAsync(key.Prefix, Context.RequestAborted);
        var now = TimeProvider.GetUtcNow();
        if (known is null || !Secrets.Matches(key.Text, known.Hash)) return AuthenticateResult.Fail("No API client has this key.");
        if (known.ExpiresAt <= now) return AuthenticateResult.Fail("The API key has expired.");
        await RememberUseAsync(key.Prefix, known, now, Context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new Claim(CallerClaims.Id, known.ClientId.ToString()), new Claim(CallerClaims.Kind, SnakeCase.Of(CallerKind.ApiClient))], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    private async Task<KnownKey?> FindAsync(string prefix, CancellationToken cancellationToken)
    {
        if (cache.Key(prefix) is { } known) return known;
        known = await db.ApiClients.AsNoTracking().Where(client => client.KeyPrefix == prefix && client.RevokedAt == null)
            .Select(client => new KnownKey(client.Id, client.KeyHash, client.ExpiresAt, client.LastUsedAt))
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null) cache.Keep(prefix, known);
        return known;
    }

    /// <summary>Notes when a key was used, to the hour.</summary>
    private async Task RememberUseAsync(string prefix, KnownKey known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (known.LastUsedAt >= hour) return;
        cache.Keep(prefix, known with { LastUsedAt = hour });
        await db.InTransactionAsync(
            () => db.ApiClients.Where(client => client.Id == known.ClientId)
                .ExecuteUpdateAsync(set => set.SetProperty(client => client.LastUsedAt, hour), cancellationToken),
            cancellationToken);
    }
}
