using LearningCity.Access.Application;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Infrastructure.Authentication;

/// <summary>Says who a person or API client is and what they may do today.</summary>
internal sealed class CallerSource(IAccessDb db, CallerCache cache, PermissionCatalog permissions, TimeProvider clock) : ICallerSource
{
    public async Task<Caller?> FindAsync(CallerKind kind, Guid callerId, CancellationToken cancellationToken) =>
        (await FindKnownAsync(kind, callerId, cancellationToken))?.Caller;

    internal async Task<KnownCaller?> FindKnownAsync(CallerKind kind, Guid callerId, CancellationToken cancellationToken)
    {
        if (cache.Caller(callerId) is { } known) return known;
        known = kind switch
        {
            CallerKind.Person => await PersonAsync(callerId, cancellationToken),
            CallerKind.ApiClient => await ClientAsync(callerId, cancellationToken),
            _ => null,
        };
        if (known is not null) cache.Keep(known);
        return known;
    }

    private async Task<KnownCaller?> PersonAsync(Guid personId, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId && p.IsActive)
            .Select(p => new
            {
                p.Name,
                p.HomeUnitId,
                p.SecurityStamp,
                Roles = p.Roles.Where(r => r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
                    .Select(r => new { r.Role, r.UnitId }).ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (person is null) return null;
        var grants = person.Roles.GroupBy(role => role.UnitId)
            .SelectMany(atUnit => permissions.GrantsOf(atUnit.Select(role => role.Role), [], atUnit.Key))
            .Distinct().ToList();
        return new KnownCaller(new Caller(personId, CallerKind.Person, person.Name, person.HomeUnitId, grants), person.SecurityStamp);
    }

    private async Task<KnownCaller?> ClientAsync(Guid clientId, CancellationToken cancellationToken)
    {
        var client = await db.ApiClients.AsNoTracking().FirstOrDefaultAsync(c => c.Id == clientId, cancellationToken);
        if (client is null || client.StateAt(clock.GetUtcNow()) != Domain.ApiClientState.Active) return null;
        var grants = permissions.GrantsOf(client.RoleCodes, client.PermissionCodes, client.UnitId);
        return new KnownCaller(new Caller(clientId, CallerKind.ApiClient, client.Name, client.UnitId, grants), "");
    }
}
