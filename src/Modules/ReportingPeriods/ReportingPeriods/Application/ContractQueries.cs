using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>How entities are shown to other modules.</summary>
internal static class Projections
{
    internal static IQueryable<Period> AsContract(this IQueryable<ReportingPeriod> some, IQueryable<ReportingPeriod> all) => some
        .Select(p => new Period(
            p.Id, p.Code, new LocalText(p.NameVi, p.NameEn), p.State, p.WindowFrom, p.WindowTo, p.OpensOn, p.ClosesOn,
            all.Where(other => other.CycleId == p.CycleId && other.WindowTo < p.WindowFrom)
                .OrderByDescending(other => other.WindowTo).Select(other => (Guid?)other.Id).FirstOrDefault()));

    /// <summary>Obligations with their cells, in one query.</summary>
    internal static async Task<IReadOnlyList<Obligation>> ObligationsAsync(
        this IReportingPeriodsDb db, Expression<Func<UnitObligation, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await (
            from o in db.Obligations.AsNoTracking().Where(which)
            join list in db.CellLists.AsNoTracking() on o.CellListId equals list.Id
            orderby o.PeriodId, o.Number
            select new { Obligation = o, list.Cells }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.Obligation.AsContract(CellList.Read(row.Cells)));
    }

    internal static Obligation AsContract(this UnitObligation o, IReadOnlyList<Guid> indicatorIds) => new(
        o.Id, o.PeriodId, o.UnitId, o.UnitType, o.VersionId, o.SetCode, indicatorIds, o.ReviewerUnitId, o.DueOn, o.ExtendedTo,
        o.CarriedByUnitId);
}

internal sealed class FindPeriodHandler(IReportingPeriodsDb db) : IQueryHandler<FindPeriod, Period?>
{
    public Task<Period?> Handle(FindPeriod request, CancellationToken cancellationToken) => db.Periods.AsNoTracking()
        .Where(p => p.Code == request.Code).AsContract(db.Periods).FirstOrDefaultAsync(cancellationToken);
}

internal sealed class GetPeriodHandler(IReportingPeriodsDb db) : IQueryHandler<GetPeriod, Period?>
{
    public Task<Period?> Handle(GetPeriod request, CancellationToken cancellationToken) => db.Periods.AsNoTracking()
        .Where(p => p.Id == request.PeriodId).AsContract(db.Periods).FirstOrDefaultAsync(cancellationToken);
}

internal sealed class ListPeriodsHandler(IReportingPeriodsDb db) : IQueryHandler<ListPeriods, IReadOnlyList<Period>>
{
    public async Task<IReadOnlyList<Period>> Handle(ListPeriods request, CancellationToken cancellationToken) =>
        await db.Periods.AsNoTracking().OrderByDescending(p => p.WindowTo).ThenBy(p => p.Code)
            .AsContract(db.Periods).ToListAsync(cancellationToken);
}

internal sealed class GetObligationHandler(IReportingPeriodsDb db) : IQueryHandler<GetObligation, Obligation?>
{
    public async Task<Obligation?> Handle(GetObligation request, CancellationToken cancellationToken) =>
        (await db.ObligationsAsync(o => o.Id == request.ObligationId, cancellationToken)).SingleOrDefault();
}

internal sealed class ListObligationsOfUnitHandler(IReportingPeriodsDb db)
    : IQueryHandler<ListObligationsOfUnit, IReadOnlyList<Obligation>>
{
    public Task<IReadOnlyList<Obligation>> Handle(ListObligationsOfUnit request, CancellationToken cancellationToken) =>
        request.PeriodId is { } periodId
            ? db.ObligationsAsync(o => o.UnitId == request.UnitId && o.PeriodId == periodId, cancellationToken)
            : db.ObligationsAsync(
                o => o.UnitId == request.UnitId && db.Periods.Any(p => p.Id == o.PeriodId && p.State == PeriodState.Open),
                cancellationToken);
}

internal sealed class FindObligationsHandler(IReportingPeriodsDb db) : IQueryHandler<FindObligations, IReadOnlyList<Obligation>>
{
    /// <summary>Fewer than the parameters that any of the databases takes.</summary>
    private const int UnitsAtOnce = 1000;

    public async Task<IReadOnlyList<Obligation>> Handle(FindObligations request, CancellationToken cancellationToken)
    {
        var found = new List<Obligation>();
        foreach (var units in request.UnitIds.Distinct().Chunk(UnitsAtOnce))
        {
            found.AddRange(await db.ObligationsAsync(
                o => o.PeriodId == request.PeriodId && units.Contains(o.UnitId), cancellationToken));
        }

        return found;
    }
}

internal sealed class StreamObligationsHandler(IReportingPeriodsDb db) : IStreamQueryHandler<StreamObligations, Obligation>
{
    public async IAsyncEnumerable<Obligation> Handle(
        StreamObligations request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The few lists of cells once, so that thousands of obligations share them.
        var lists = await db.CellLists.AsNoTracking().Where(list => list.PeriodId == request.PeriodId)
            .ToDictionaryAsync(list => list.Id, list => list.Read(), cancellationToken);
        var obligations = db.Obligations.AsNoTracking().Where(o => o.PeriodId == request.PeriodId).OrderBy(o => o.Number);
        await foreach (var obligation in obligations.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return obligation.AsContract(lists[obligation.CellListId]);
    }
}
