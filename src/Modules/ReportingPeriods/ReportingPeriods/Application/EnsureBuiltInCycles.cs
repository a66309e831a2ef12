using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Makes sure of the cycle of half-years, which the city may then change.</summary>
internal sealed class EnsureBuiltInCycles(IReportingPeriodsDb db) : IStartupTask
{
    public int Order => 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Cycles.AnyAsync(cycle => cycle.Code == Cycle.HalfYear, cancellationToken)) return;
        var cycle = Cycle.HalfYears();
        db.Cycles.Add(cycle);
        db.Audit(new AuditEntry("reporting_periods.add_cycle", "cycle", cycle.Code));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Another host was first.
            db.Forget();
        }
    }
}
