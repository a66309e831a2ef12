using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>A committee ends, by a decision of its own or because another replaces it: a further record takes the place of the one without an end.</summary>
internal sealed record EndCommittee(Guid Id, DateOnly LastDay) : ICommand<Guid>;

internal sealed class EndCommitteeHandler(IUnitRegistryDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<EndCommittee, Guid>
{
    public async Task<Result<Guid>> Handle(EndCommittee command, CancellationToken cancellationToken)
    {
        var committee = await db.Committees.Include(row => row.Seats)
            .FirstOrDefaultAsync(row => row.Id == command.Id && row.SupersededAt == null, cancellationToken);
        if (committee is null) return PlatformFailures.NotFound;
        var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, committee.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (command.LastDay < committee.ValidFrom) return UnitRegistryFailures.NotBeforeStart.On("lastDay", committee.ValidFrom);
        var now = clock.GetUtcNow();
        var ended = committee.Until(command.LastDay, now);
        committee.Supersede(now);
        db.Committees.Add(ended);
        db.Audit(new AuditEntry("unit_registry.committee_ended", "committee", ended.Id.ToString(), ended.UnitId, new { command.LastDay }));
        db.Publish(new UnitStandingsChanged(Ids.New(), command.LastDay));
        await db.SaveChangesAsync(cancellationToken);
        return ended.Id;
    }
}
