using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>What every record that hangs on a unit asks first: may the caller keep the unit, and does it exist on the day.</summary>
internal sealed class UnitCheck(IUnitRegistryDb db, Guardian guardian)
{
    /// <summary>Refuses where the caller may not keep the unit, or where it does not exist on the day.</summary>
    internal async Task<Result> RequireKeepAsync(Guid unitId, DateOnly day, string field, CancellationToken cancellationToken)
    {
        var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, unitId, cancellationToken);
        return allowed.Succeeded ? await ExistsAsync(unitId, day, field, cancellationToken) : allowed;
    }

    /// <summary>Refuses where the unit does not exist on the day.</summary>
    internal async Task<Result> ExistsAsync(Guid unitId, DateOnly day, string field, CancellationToken cancellationToken)
    {
        var states = await db.States.AsNoTracking().Where(state => state.UnitId == unitId).ToListAsync(cancellationToken);
        if (states.Count == 0) return UnitRegistryFailures.UnitNotFound;
        var state = UnitAnswers.Nearest(states, day);
        return new Validity(state.FoundedOn, state.ClosedOn).Contains(day)
            ? Result.Ok
            : UnitRegistryFailures.NotThen.On(field, new LocalText(state.NameVi, state.NameEn), day);
    }
}
