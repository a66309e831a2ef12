using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Clients;

/// <summary>API clients, the newest first; by cursor.</summary>
internal sealed record ListApiClients(string? Cursor, int? Limit) : IQuery<Result<Page<ApiClientView>>>;

/// <summary>An API client as administrators see it.</summary>
/// <param name="Id">Of the client.</param>
/// <param name="Name">What system it is.</param>
/// <param name="KeyPrefix">The visible part of its key.</param>
/// <param name="State">Whether the key is good.</param>
/// <param name="Roles">Codes of roles.</param>
/// <param name="Permissions">Codes of single permissions.</param>
/// <param name="UnitId">For which unit and all below it; null for everywhere.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When the key ends.</param>
/// <param name="LastUsedAt">When it was last used, to the hour.</param>
internal sealed record ApiClientView(
    Guid Id, string Name, string KeyPrefix, ApiClientState State, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, Guid? UnitId,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

internal sealed class ListApiClientsHandler(IAccessDb db, Guardian guardian, TimeProvider clock)
    : IQueryHandler<ListApiClients, Result<Page<ApiClientView>>>
{
    public async Task<Result<Page<ApiClientView>>> Handle(ListApiClients query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Position>(query.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(query.Limit);
        var clients = db.ApiClients.AsNoTracking();
        if (after is not null)
        {
            clients = clients.Where(client => client.CreatedAt < after.CreatedAt
                || (client.CreatedAt == after.CreatedAt && client.KeyPrefix.CompareTo(after.KeyPrefix) > 0));
        }

        var rows = await clients.OrderByDescending(client => client.CreatedAt).ThenBy(client => client.KeyPrefix)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, client => new Position(client.CreatedAt, client.KeyPrefix));
        var now = clock.GetUtcNow();
        return new Page<ApiClientView>([.. page.Items.Select(client => ViewOf(client, now))], page.NextCursor);
    }

    private static ApiClientView ViewOf(ApiClient client, DateTimeOffset now) => new(
        client.Id, client.Name, client.KeyPrefix, client.StateAt(now), client.RoleCodes, client.PermissionCodes, client.UnitId, client.CreatedAt,
        client.ExpiresAt, client.LastUsedAt);

    private sealed record Position(DateTimeOffset CreatedAt, string KeyPrefix);
}
