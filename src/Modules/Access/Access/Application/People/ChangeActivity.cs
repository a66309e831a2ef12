using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>Lets a person in, or no longer; being let out ends all sessions at once.</summary>
internal sealed record ChangeActivity(Guid PersonId, bool IsActive) : ICommand;

internal sealed class ChangeActivityHandler(IAccessDb db, Guardian guardian, ICurrentUser user, CallerCache cache, TimeProvider clock)
    : ICommandHandler<ChangeActivity>
{
    public async Task<Result> Handle(ChangeActivity command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null) return PlatformFailures.NotFound;
        if (person.ErasedAt is not null) return AccessFailures.Erased;
        if (person.IsActive == command.IsActive) return Result.Ok;
        if (!command.IsActive && person.Id == user.Id) return AccessFailures.Oneself;
        if (!command.IsActive && !await db.HasAdministratorAsync(clock, cancellationToken, otherThan: person.Id))
            return AccessFailures.LastAdministrator;
        if (command.IsActive) person.Activate();
        else person.Deactivate();
        db.Audit(new AuditEntry(
            command.IsActive ? "access.person_activated" : "access.person_deactivated", "person", person.Id.ToString(), person.HomeUnitId));
        var saved = await db.TrySaveAsync(cancellationToken);
        cache.Forget(person.Id);
        return saved;
    }
}
