using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Ends an assignment with a reference date. What opened periods fixed stays; to end it on the same day again changes nothing.</summary>
internal sealed record EndAssignment(string CycleCode, string Code, DateOnly LastDay) : ICommand;

internal sealed class EndAssignmentHandler(IReportingPeriodsDb db, Guardian guardian) : ICommandHandler<EndAssignment>
{
    public async Task<Result> Handle(EndAssignment request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.CycleCode, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.With(request.CycleCode);
        var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.CycleId == cycle.Id && a.Code == request.Code, cancellationToken);
        if (assignment is null) return PeriodFailures.UnknownAssignment.With(request.Code);
        if (assignment.ValidTo == request.LastDay) return Result.Ok;
        var before = assignment.ValidTo;
        if (assignment.End(request.LastDay) is { Succeeded: false } tooEarly) return tooEarly;
        db.Audit(new AuditEntry(
            "reporting_periods.end_assignment", "assignment", assignment.Code, assignment.RootUnitId, new { before, lastDay = request.LastDay }));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
