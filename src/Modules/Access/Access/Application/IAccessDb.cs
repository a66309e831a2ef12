using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IAccessDb : IModuleDb
{
    DbSet<Person> People { get; }

    DbSet<RoleAssignment> RoleAssignments { get; }

    DbSet<ApiClient> ApiClients { get; }

    DbSet<OneTimeLink> Links { get; }

    DbSet<SignInFailures> SignInFailures { get; }

    DbSet<Notice> Notices { get; }

    DbSet<Mail> Mails { get; }

    DbSet<Webhook> Webhooks { get; }

    DbSet<WebhookDelivery> WebhookDeliveries { get; }

    /// <summary>Events of this and all other modules, waiting, delivered or parked.</summary>
    DbSet<OutboxMessage> Outbox { get; }

    /// <summary>The audit log of all modules, to read.</summary>
    IQueryable<AuditRow> AuditRows { get; }

    /// <summary>Counts a change of the person's roles as a change of the person: the version grows.</summary>
    void Touch(Person person);
}

/// <summary>How changes of versioned things are saved.</summary>
internal static class Saving
{
    /// <summary>Saves, or refuses because somebody else changed the thing in between.</summary>
    internal static async Task<Result> TrySaveAsync(this IAccessDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }
}
