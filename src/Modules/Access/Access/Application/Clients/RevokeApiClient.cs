using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Clients;

/// <summary>Withdraws a key, for good and at once.</summary>
internal sealed record RevokeApiClient(Guid ClientId) : ICommand;

internal sealed class RevokeApiClientHandler(IAccessDb db, Guardian guardian, CallerCache cache, TimeProvider clock) : ICommandHandler<RevokeApiClient>
{
    public async Task<Result> Handle(RevokeApiClient command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        var client = await db.ApiClients.FirstOrDefaultAsync(c => c.Id == command.ClientId, cancellationToken);
        if (client is null) return PlatformFailures.NotFound;
        if (client.RevokedAt is not null) return Result.Ok;
        client.Revoke(clock.GetUtcNow());
        db.Audit(new AuditEntry("access.api_client_revoked", "api_client", client.Id.ToString(), client.UnitId));
        await db.SaveChangesAsync(cancellationToken);
        cache.Forget(client.Id);
        return Result.Ok;
    }
}
