using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Makes sure of the built-in cycles and rules of reminders, which the city may then change.</summary>
internal sealed class EnsureBuiltInCycles(IReportingPeriodsDb db) : IStartupTask
{
    public int Order => 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await db.ReminderPolicies.AnyAsync(cancellationToken))
        {
            db.ReminderPolicies.Add(ReminderPolicy.BuiltIn());
            db.Audit(new AuditEntry("reporting_periods.add_reminders", "reminder_policy", ReminderPolicy.TheOne));
            await TrySaveAsync(cancellationToken);
        }

        var known = await db.Cycles.Select(cycle => cycle.Code).ToListAsync(cancellationToken);
        foreach (var cycle in BuiltInCycles.All().Where(cycle => !known.Contains(cycle.Code)))
        {
            db.Cycles.Add(cycle);
            db.Audit(new AuditEntry("reporting_periods.add_cycle", "cycle", cycle.Code));
            await TrySaveAsync(cancellationToken);
        }
    }

    private async Task TrySaveAsync(CancellationToken cancellationToken)
    {
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
