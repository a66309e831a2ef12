using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Reminds the units that have not handed in, by the rules whose day has come; each once, however many hosts send this. Sent by a job.
/// </summary>
/// <returns>How many reminders this host sent.</returns>
internal sealed record SendReminders : ICommand<int>;

internal sealed class SendRemindersHandler(IReportingPeriodsDb db, Guardian guardian, ReminderRecorder recorder, TimeProvider clock)
    : ICommandHandler<SendReminders, int>
{
    public async Task<Result<int>> Handle(SendReminders request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var today = CityTime.Today(clock);
        var stillUseful = today.AddDays(-ReminderRecorder.DaysAfterExtension);
        var running = await db.Periods.AsNoTracking()
            .Where(p => p.State == PeriodState.Open
                || ((p.State == PeriodState.Closed || p.State == PeriodState.Sealed) && db.Obligations.Any(o => o.PeriodId == p.Id && o.ExtendedTo >= stillUseful)))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var periodId in running) sent += await recorder.SendAsync(periodId, today, cancellationToken);
        return sent;
    }
}
