using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>A period with all of its dates.</summary>
/// <param name="Code">As in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Cycle">Code of its cycle.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Phase"><c>planned</c>, <c>open</c>, <c>in_review</c> once the last due date has passed, <c>closed</c>.</param>
/// <param name="WindowFrom">First day of the data window.</param>
/// <param name="WindowTo">Last day of the data window: the reference date.</param>
/// <param name="OpensOn">Day of opening.</param>
/// <param name="ClosesOn">Last day on which late reports are taken.</param>
/// <param name="DueDates">When each tier is due.</param>
/// <param name="Obligations">How many returns are owed; 0 until it opens.</param>
/// <param name="Assignments">Which units report what; those that hold on the reference date.</param>
internal sealed record PeriodDetails(
    string Code, LocalText Name, string Cycle, PeriodState State, string Phase, DateOnly WindowFrom, DateOnly WindowTo, DateOnly OpensOn,
    DateOnly ClosesOn, IReadOnlyList<TierDueDate> DueDates, int Obligations, IReadOnlyList<AssignmentDetails> Assignments);

/// <summary>When a tier is due.</summary>
/// <param name="Tier"><c>school</c>, <c>locality</c> or <c>department</c>.</param>
/// <param name="WorkingDays">Working days after the window's end.</param>
/// <param name="DueOn">The day that this makes.</param>
internal sealed record TierDueDate(string Tier, int WorkingDays, DateOnly DueOn);

/// <summary>Which units report a criteria set.</summary>
/// <param name="Code">Names it within the cycle.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="UnitTypes">Types of units.</param>
/// <param name="RootUnitId">Only units at or below this one.</param>
/// <param name="IndicatorCodes">Only these indicators; empty for all of the type's.</param>
/// <param name="ReviewerUnitId">Who reviews; null for the unit that each one reports to.</param>
/// <param name="ValidFrom">First reference date for which it holds.</param>
/// <param name="ValidTo">Last reference date for which it holds.</param>
/// <param name="IncludedUnitIds">Units that report too, whatever their type and place.</param>
/// <param name="ExcludedUnitIds">Units that do not report.</param>
/// <param name="GroupIds">Only members of these groups; empty for all.</param>
internal sealed record AssignmentDetails(
    string Code, string SetCode, IReadOnlyList<string> UnitTypes, Guid? RootUnitId, IReadOnlyList<string> IndicatorCodes,
    Guid? ReviewerUnitId, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<Guid> IncludedUnitIds, IReadOnlyList<Guid> ExcludedUnitIds,
    IReadOnlyList<Guid> GroupIds);

/// <summary>One page of periods, newest first; the cursor is the last window's end.</summary>
internal sealed record ReadPeriods(string? Cursor, int? Limit) : IQuery<Result<Page<PeriodDetails>>>;

/// <summary>One period.</summary>
internal sealed record ReadPeriod(string Code) : IQuery<Result<PeriodDetails>>;

/// <summary>A period as it would be planned: all dates, before anything is stored.</summary>
internal sealed record PreviewPeriod(string CycleCode, string Code) : IQuery<Result<PeriodDetails>>;

internal sealed class ReadPeriodsHandler(IReportingPeriodsDb db, Guardian guardian, TimeProvider clock)
    : IQueryHandler<ReadPeriods, Result<Page<PeriodDetails>>>
{
    public async Task<Result<Page<PeriodDetails>>> Handle(ReadPeriods request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!BuildingBlocks.Http.Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = BuildingBlocks.Http.Cursor.Limit(request.Limit);
        var periods = db.Periods.AsNoTracking();
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            periods = periods.Where(p => p.WindowTo < after.WindowTo
                || (p.WindowTo == after.WindowTo && string.Compare(p.Code, after.Code) > 0));
#pragma warning restore CA1309
        }

        var rows = await periods.Include(p => p.Tiers).OrderByDescending(p => p.WindowTo).ThenBy(p => p.Code)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var today = CityTime.Today(clock);
        var cycles = await db.Cycles.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Code, cancellationToken);
        var assignments = await db.Assignments.AsNoTracking().ToListAsync(cancellationToken);
        return BuildingBlocks.Http.Cursor.Page(
            rows.ConvertAll(p => p.Show(cycles[p.CycleId], assignments, today)), limit, p => new Place(p.WindowTo, p.Code));
    }

    internal sealed record Place(DateOnly WindowTo, string Code);
}

internal sealed class ReadPeriodHandler(IReportingPeriodsDb db, Guardian guardian, TimeProvider clock) : IQueryHandler<ReadPeriod, Result<PeriodDetails>>
{
    public async Task<Result<PeriodDetails>> Handle(ReadPeriod request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var period = await db.Periods.AsNoTracking().Include(p => p.Tiers)
            .FirstOrDefaultAsync(p => p.Code == request.Code, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.Code);
        var cycle = await db.Cycles.AsNoTracking().Where(c => c.Id == period.CycleId).Select(c => c.Code).FirstAsync(cancellationToken);
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CycleId == period.CycleId).ToListAsync(cancellationToken);
        return period.Show(cycle, assignments, CityTime.Today(clock));
    }
}

internal sealed class PreviewPeriodHandler(IReportingPeriodsDb db, Guardian guardian, CityCalendar calendar, TimeProvider clock)
    : IQueryHandler<PreviewPeriod, Result<PeriodDetails>>
{
    public async Task<Result<PeriodDetails>> Handle(PreviewPeriod request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.CycleCode, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.On("cycle", request.CycleCode);
        if (cycle.TryPlan(request.Code, await calendar.ReadAsync(cancellationToken)) is not { } plan)
            return PeriodFailures.CodeNotOfCycle.On("code", request.Code, cycle.Example());
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CycleId == cycle.Id).ToListAsync(cancellationToken);
        return ReportingPeriod.From(plan, cycle.Id).Show(cycle.Code, assignments, CityTime.Today(clock));
    }
}

/// <summary>How periods are shown to people and other systems.</summary>
internal static class PeriodViews
{
    internal static PeriodDetails Show(this ReportingPeriod p, string cycle, IEnumerable<Assignment> assignments, DateOnly today) => new(
        p.Code, new LocalText(p.NameVi, p.NameEn), cycle, p.State, p.PhaseOn(today), p.WindowFrom, p.WindowTo, p.OpensOn, p.ClosesOn,
        [.. p.Tiers.OrderBy(t => t.Tier).Select(t => new TierDueDate(BuildingBlocks.Data.SnakeCase.Of(t.Tier), t.WorkingDays, t.DueOn))],
        p.ObligationCount,
        [.. assignments.Where(a => a.CycleId == p.CycleId && a.HoldsOn(p.WindowTo)).OrderBy(a => a.Code, StringComparer.Ordinal).Select(Show)]);

    internal static AssignmentDetails Show(this Assignment a) => new(
        a.Code, a.SetCode, a.UnitTypes, a.RootUnitId, a.IndicatorCodes, a.ReviewerUnitId, a.ValidFrom, a.ValidTo, a.IncludedUnitIds,
        a.ExcludedUnitIds, a.GroupIds);
}
