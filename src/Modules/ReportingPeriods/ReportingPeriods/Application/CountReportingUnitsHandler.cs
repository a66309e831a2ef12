using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Answers the catalogue, which does not know whom its sets are assigned to: what an opening on the date would have units owe.</summary>
internal sealed class CountReportingUnitsHandler(IReportingPeriodsDb db, ObligationSource source)
    : IQueryHandler<CountReportingUnits, IReadOnlyList<ReportingUnits>>
{
    public async Task<IReadOnlyList<ReportingUnits>> Handle(CountReportingUnits request, CancellationToken cancellationToken)
    {
        var assignments = (await db.Assignments.AsNoTracking().Where(a => a.SetCode == request.SetCode).ToListAsync(cancellationToken))
            .Where(assignment => assignment.HoldsOn(request.On)).ToList();
        if (assignments.Count == 0) return [];
        // What is only drafted has no ids yet; within one count any will do.
        var codes = request.Indicators.ToDictionary(_ => Ids.New(), indicator => indicator);
        var set = new SetInForce(request.SetCode, Guid.Empty, [.. codes.Select(pair => new OwedIndicator(pair.Key, pair.Value.Code, pair.Value.UnitTypes))]);
        var planned = ObligationPlanner.Plan(
            await source.UnitsAsync(request.On, cancellationToken), assignments, new Dictionary<string, SetInForce>(StringComparer.Ordinal) { [set.SetCode] = set });
        return
        [
            .. planned.Select(owed => (IReadOnlyList<string>)[.. owed.IndicatorIds.Select(id => codes[id].Code)])
                .GroupBy(owed => string.Join('\n', owed), StringComparer.Ordinal)
                .Select(group => new ReportingUnits(group.First(), group.Count())),
        ];
    }
}
