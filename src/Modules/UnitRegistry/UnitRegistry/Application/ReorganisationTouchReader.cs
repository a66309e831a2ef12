using LearningCity.Access.Contracts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Asks the other modules what they hold of the units that a reorganisation ends or takes back.</summary>
internal sealed class ReorganisationTouchReader(ISender sender)
{
    internal async Task<ReorganisationTouches> ReadAsync(ReorganisationPlan plan, ReorganisationEffects effects, CancellationToken cancellationToken)
    {
        Guid[] units = [.. effects.Closed.Concat(effects.TakenBack).Distinct()];
        if (units.Length == 0) return new ReorganisationTouches([], [], [], plan.HandOvers ?? [], []);
        var obligations = await sender.Send(new FindOpenObligations(units), cancellationToken);
        var owed = obligations.Where(line => !line.Reviews).Select(line => line.ObligationId).ToHashSet();
        var reports = (await sender.Send(new FindOpenReports(units), cancellationToken)).Where(report => owed.Contains(report.ObligationId)).ToList();
        var taken = (plan.HandOvers ?? []).Select(line => line.FromUnitId).ToHashSet();
        return new ReorganisationTouches(
            obligations, reports, await sender.Send(new GetRolesAtUnits(units), cancellationToken), plan.HandOvers ?? [],

            // A body that is to review others' reports may not leave them without one.
            [.. reports.Select(report => report.UnitId).Concat(obligations.Where(line => line.Reviews).Select(line => line.UnitId)).Distinct()
                .Where(unitId => effects.Closed.Contains(unitId) && !taken.Contains(unitId))]);
    }
}
