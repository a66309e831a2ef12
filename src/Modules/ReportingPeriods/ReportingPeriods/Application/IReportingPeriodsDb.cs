using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IReportingPeriodsDb : IUnitPlacesDb
{
    DbSet<Cycle> Cycles { get; }

    DbSet<ReportingPeriod> Periods { get; }

    DbSet<Assignment> Assignments { get; }

    DbSet<CellList> CellLists { get; }

    DbSet<UnitObligation> Obligations { get; }

    DbSet<Extension> Extensions { get; }

    DbSet<Reminder> Reminders { get; }

    DbSet<ManualReminder> ManualReminders { get; }

    DbSet<ReminderPolicy> ReminderPolicies { get; }

    DbSet<ReviewerDigest> Digests { get; }

    DbSet<DayEdit> DayEdits { get; }

    DbSet<ExtensionRequest> ExtensionRequests { get; }

    DbSet<HandOver> HandOvers { get; }

    DbSet<Meeting> Meetings { get; }

    DbSet<GivenTask> Tasks { get; }

    DbSet<TaskNote> TaskNotes { get; }

    DbSet<TaskIndicator> TaskIndicators { get; }

    DbSet<TaskMatter> TaskMatters { get; }

    DbSet<TaskReminder> TaskReminders { get; }

    DbSet<UnitPlan> Plans { get; }

    DbSet<PlanFile> PlanFiles { get; }

    /// <summary>Lets go of everything that was read or added: another host was first, and this one reads again.</summary>
    void Forget();
}
