using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Closes a period: from now on only extended units report. Reminders that were never sent go on record as skipped, so that the log has
/// a line for each. A closed period stays as it is.
/// </summary>
/// <param name="Code">The period.</param>
/// <param name="MissedBecause">Why reminders that were never sent were not.</param>
internal sealed record ClosePeriod(string Code, SkipReason MissedBecause = SkipReason.PeriodClosed) : ICommand;

internal sealed class ClosePeriodHandler(
    IReportingPeriodsDb db, Guardian guardian, ReminderRecorder recorder, TimeProvider clock) : ICommandHandler<ClosePeriod>
{
    public async Task<Result> Handle(ClosePeriod request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        if (await LoadAsync(request.Code, cancellationToken) is not { } found) return PeriodFailures.UnknownPeriod.With(request.Code);
        if (found.IsClosed) return Result.Ok;
        if (found.Close(clock.GetUtcNow()) is { Succeeded: false } tooEarly) return tooEarly;

        // The log first: a host that dies in between closes at the next try, and finds the log complete.
        db.Forget();
        await recorder.SkipAsync(found.Id, CityTime.Today(clock), request.MissedBecause, cancellationToken);
        var period = (await LoadAsync(request.Code, cancellationToken))!;
        if (period.Close(clock.GetUtcNow()) is { Succeeded: false } refusedNow)
            return period.IsClosed ? Result.Ok : refusedNow;
        db.Publish(new PeriodClosed(Ids.New(), period.Id, period.Code));
        db.Audit(new AuditEntry("reporting_periods.close", "period", period.Code));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return (await LoadAsync(request.Code, cancellationToken))!.IsClosed ? Result.Ok : PlatformFailures.Stale;
        }
    }

    private Task<ReportingPeriod?> LoadAsync(string code, CancellationToken cancellationToken) =>
        db.Periods.Include(period => period.Tiers).FirstOrDefaultAsync(period => period.Code == code, cancellationToken);
}
