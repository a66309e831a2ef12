using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>What the caller owes and what waits for them, in the open periods.</summary>
internal sealed record GetHomeTasks : IQuery<HomeTasks>;

/// <summary>What is due.</summary>
/// <param name="Period">The open period with the nearest end; null where none is open.</param>
/// <param name="DueOn">The units' nearest due date that is not met.</param>
/// <param name="WorkingDaysLeft">Working days until then, by the city's calendar; negative after it.</param>
/// <param name="Rows">The units' own submissions.</param>
/// <param name="Waiting">Submissions that wait for the caller's review.</param>
/// <param name="WaitingWithWarnings">Of those, with conspicuous figures.</param>
/// <param name="ToRelease">Reports that wait for the caller's release as the head of their unit.</param>
/// <param name="Next">The period planned next.</param>
internal sealed record HomeTasks(
    Period? Period, DateOnly? DueOn, int WorkingDaysLeft, IReadOnlyList<HomeTask> Rows, int Waiting, int WaitingWithWarnings, int ToRelease,
    Period? Next);

/// <summary>A submission of the caller's own unit.</summary>
internal sealed record HomeTask(SubmissionRow Row, LocalText SetName, LocalText ReviewerName);

internal sealed class GetHomeTasksHandler(
    ISubmissionsDb db, ICurrentUser user, RowNames rowNames, Names names, Forms forms, InboxRows inbox, TimeProvider clock,
    ISender sender)
    : IQueryHandler<GetHomeTasks, HomeTasks>
{
    /// <summary>A person works for one unit, or for few.</summary>
    private const int MostRows = 50;

    public async Task<HomeTasks> Handle(GetHomeTasks request, CancellationToken cancellationToken)
    {
        var periods = await sender.Send(new ListPeriods(), cancellationToken);
        var open = periods.Where(period => period.State == PeriodState.Open).OrderBy(period => period.ClosesOn).ToList();
        var next = periods.Where(period => period.State == PeriodState.Planned).OrderBy(period => period.OpensOn).FirstOrDefault();
        var rows = await OwnAsync([.. open.Select(period => period.Id)], cancellationToken);
        var due = rows.Where(task => IsOwed(task.Row.State)).Select(task => (DateOnly?)task.Row.DueOn).Min();
        var (waiting, withWarnings) = (0, 0);
        if (user.Has(SubmissionsPermissions.ReviewCode))
        {
            var waitingNow = inbox.Waiting();
            waiting = await waitingNow.CountAsync(cancellationToken);
            withWarnings = await waitingNow.CountAsync(s => s.Warnings > 0, cancellationToken);
        }

        var left = due is { } day ? await sender.Send(new CountWorkingDays(CityTime.Today(clock), day), cancellationToken) : 0;
        return new HomeTasks(
            open.FirstOrDefault(), due, left, rows, waiting, withWarnings, await ToReleaseAsync(cancellationToken), next);
    }

    internal static bool IsOwed(SubmissionState state) =>
        state is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;

    /// <summary>Of the units themselves whose head the caller is; not of all below them.</summary>
    private async Task<int> ToReleaseAsync(CancellationToken cancellationToken)
    {
        var units = user.ScopeOf(SubmissionsPermissions.ReleaseCode).UnitIds;
        return units.Count == 0
            ? 0
            : await db.Submissions.CountAsync(
                s => s.State == SubmissionState.AwaitingHead
                    && (units.Contains(s.UnitId) || (s.CarriedByUnitId != null && units.Contains(s.CarriedByUnitId.Value))),
                cancellationToken);
    }

    private async Task<List<HomeTask>> OwnAsync(Guid[] periods, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReportCode);
        if (scope.UnitIds.Count == 0 || periods.Length == 0) return [];
        var units = scope.UnitIds;
        var own = db.Submissions.AsNoTracking().Where(s => periods.Contains(s.PeriodId)
            && (units.Contains(s.UnitId) || (s.CarriedByUnitId != null && units.Contains(s.CarriedByUnitId.Value))));
        var listed = await ListSubmissionsHandler.Rows(db, own.OrderBy(s => s.DueOn).ThenBy(s => s.Sequence).Take(MostRows))
            .ToListAsync(cancellationToken);
        var rows = await rowNames.FillAsync(listed, cancellationToken);
        var reviewers = rows.Count == 0
            ? new Dictionary<Guid, NamedUnit>()
            : await names.UnitsAsync(rows.Select(row => row.ReviewerUnitId), rows.Max(row => row.DueOn), cancellationToken);
        var tasks = new List<HomeTask>(rows.Count);
        foreach (var row in rows)
        {
            var form = await forms.GetAsync(row.CriteriaVersionId, cancellationToken);
            tasks.Add(new HomeTask(row, form.Set.Name, reviewers[row.ReviewerUnitId].Name));
        }

        return tasks;
    }
}
