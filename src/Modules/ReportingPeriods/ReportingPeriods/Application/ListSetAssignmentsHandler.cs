using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Answers the catalogue, which does not know who reports its sets.</summary>
internal sealed class ListSetAssignmentsHandler(IReportingPeriodsDb db)
    : IQueryHandler<ListSetAssignments, IReadOnlyList<SetAssignment>>
{
    public async Task<IReadOnlyList<SetAssignment>> Handle(ListSetAssignments request, CancellationToken cancellationToken)
    {
        var assignments = await db.Assignments.AsNoTracking()
            .Where(a => a.ValidFrom <= request.On && (a.ValidTo == null || a.ValidTo >= request.On))
            .ToListAsync(cancellationToken);
        return [.. assignments.Select(a => new SetAssignment(a.SetCode, a.UnitTypes, a.IndicatorCodes))];
    }
}
