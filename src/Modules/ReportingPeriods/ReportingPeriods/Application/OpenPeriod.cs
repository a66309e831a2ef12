using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Opens a period and fixes who owes what, by what is now known of its reference date. An open period stays as it is: of two hosts that
/// open it at once, one does.
/// </summary>
internal sealed record OpenPeriod(string Code) : ICommand;

internal sealed class OpenPeriodHandler(
    IReportingPeriodsDb db, Guardian guardian, ObligationSource source, CityCalendar calendar, TimeProvider clock)
    : ICommandHandler<OpenPeriod>
{
    public async Task<Result> Handle(OpenPeriod request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var period = await db.Periods.Include(p => p.Tiers).FirstOrDefaultAsync(p => p.Code == request.Code, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.Code);
        if (period.State == PeriodState.Open) return Result.Ok;
        var planned = await source.PlanAsync(period, cancellationToken);
        if (!planned.Succeeded) return planned.WithoutValue();
        var opened = period.Open(clock.GetUtcNow(), await calendar.ReadAsync(cancellationToken), planned.Value.Count);
        if (!opened.Succeeded) return opened;
        try
        {
            return await db.InTransactionAsync(() => SaveAsync(period, planned.Value, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            var state = await db.Periods.Where(p => p.Id == period.Id).Select(p => p.State).FirstAsync(cancellationToken);
            return state == PeriodState.Open ? Result.Ok : PlatformFailures.Stale;
        }
    }

    /// <summary>The state first: its version locks out a second host before the bulk is written.</summary>
    private async Task<Result> SaveAsync(
        ReportingPeriod period, IReadOnlyList<PlannedObligation> planned, CancellationToken cancellationToken)
    {
        var lists = new Dictionary<string, CellList>(StringComparer.Ordinal);
        var obligations = planned.Select((owed, place) => Obligation(period, owed, place + 1, lists)).ToList();
        db.Publish(new PeriodOpened(Ids.New(), period.Id, period.Code));
        db.Audit(new AuditEntry("reporting_periods.open", "period", period.Code, Details: new
        {
            obligations = planned.Count,
            cells = planned.Sum(owed => (long)owed.IndicatorIds.Count),
            units = planned.Select(owed => owed.UnitId).Distinct().Count(),
            byType = planned.GroupBy(owed => owed.UnitType, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
            dueOn = period.Tiers.ToDictionary(tier => SnakeCase.Of(tier.Tier), tier => tier.DueOn),
        }));
        db.CellLists.AddRange(lists.Values);
        await db.SaveChangesAsync(cancellationToken);
        await db.BulkInsertAsync(obligations, cancellationToken);
        return Result.Ok;
    }

    private static UnitObligation Obligation(
        ReportingPeriod period, PlannedObligation owed, int number, Dictionary<string, CellList> lists)
    {
        var fresh = CellList.Of(period.Id, owed.IndicatorIds);
        var content = Convert.ToBase64String(fresh.Cells);
        if (!lists.TryGetValue(content, out var list)) lists.Add(content, list = fresh);
        var tier = Tiers.Of(owed.UnitType);
        return new UnitObligation
        {
            Id = Ids.New(),
            PeriodId = period.Id,
            Number = number,
            UnitId = owed.UnitId,
            UnitType = owed.UnitType,
            Tier = tier,
            SetCode = owed.SetCode,
            VersionId = owed.VersionId,
            CellListId = list.Id,
            ReviewerUnitId = owed.ReviewerUnitId,
            DueOn = period.DueOn(tier),
        };
    }
}
