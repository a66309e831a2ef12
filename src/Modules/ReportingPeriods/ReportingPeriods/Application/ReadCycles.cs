using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>A cycle with its windows, due dates and assignments.</summary>
internal sealed record CycleDetails(
    string Code, LocalText Name, IReadOnlyList<CycleWindowDetails> Windows, int SchoolDueDays, int LocalityDueDays,
    int DepartmentDueDays, int ClosingDays, int Version, IReadOnlyList<AssignmentDetails> Assignments, bool Dormant, string Example,
    IReadOnlyList<EarlierRulesDetails> Earlier);

/// <summary>Rules that a change by date ended.</summary>
/// <param name="LastDay">Last reference date for which they hold.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record EarlierRulesDetails(
    DateOnly LastDay, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays, int ClosingDays);

/// <summary>One window of a cycle, by day and month.</summary>
/// <param name="Suffix">What follows the year in the period's code.</param>
/// <param name="Name">What precedes the year in the period's name.</param>
/// <param name="FromMonth">Month of the first day.</param>
/// <param name="FromDay">Its day.</param>
/// <param name="StartsYearBefore">Whether the window begins in the year before.</param>
/// <param name="ToMonth">Month of the last day.</param>
/// <param name="ToDay">Its day.</param>
/// <param name="OpensMonth">Month of the day of opening.</param>
/// <param name="OpensDay">Its day.</param>
internal sealed record CycleWindowDetails(
    string Suffix, LocalText Name, int FromMonth, int FromDay, bool StartsYearBefore, int ToMonth, int ToDay, int OpensMonth, int OpensDay);

/// <summary>All cycles, those that run first: a handful.</summary>
internal sealed record ReadCycles : IQuery<Result<IReadOnlyList<CycleDetails>>>;

internal sealed class ReadCyclesHandler(IReportingPeriodsDb db, Guardian guardian)
    : IQueryHandler<ReadCycles, Result<IReadOnlyList<CycleDetails>>>
{
    public async Task<Result<IReadOnlyList<CycleDetails>>> Handle(ReadCycles request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var cycles = await db.Cycles.AsNoTracking().OrderBy(c => c.IsDormant).ThenBy(c => c.Code).ToListAsync(cancellationToken);
        var assignments = await db.Assignments.AsNoTracking().OrderBy(a => a.Code).ToListAsync(cancellationToken);
        return cycles.ConvertAll(cycle => Show(cycle, assignments));
    }

    private static CycleDetails Show(Cycle c, List<Assignment> assignments) => new(
        c.Code, new LocalText(c.NameVi, c.NameEn),
        [.. c.Windows.Select(w => new CycleWindowDetails(
            w.Suffix, w.Name, w.FromMonth, w.FromDay, w.StartsYearBefore, w.ToMonth, w.ToDay, w.OpensMonth, w.OpensDay))],
        c.SchoolDueDays, c.LocalityDueDays, c.DepartmentDueDays, c.ClosingDays, c.Version,
        [.. assignments.Where(a => a.CycleId == c.Id).Select(PeriodViews.Show)], c.IsDormant, c.Example(),
        [.. c.Earlier.Select(e => new EarlierRulesDetails(
            e.LastDay, e.Rules.SchoolDueDays, e.Rules.LocalityDueDays, e.Rules.DepartmentDueDays, e.Rules.ClosingDays))]);
}
