using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>What some units give to a period, and the stored rows around them: the incremental roll-up reads through this.</summary>
internal sealed class Contributions(PeriodFrame frame, ColumnTable columns, IAnalyticsDb db, ISender sender) : IRollupSource
{
    private const int AtOnce = 500;
    private readonly Dictionary<int, Contribution> _loaded = [];

    /// <summary>Whether a submission in this state was handed in.</summary>
    internal static bool IsHandedIn(SubmissionState state) =>
        state is SubmissionState.Submitted or SubmissionState.Returned or SubmissionState.Approved or SubmissionState.Locked;

    /// <summary>How a report counts in what is counted of the reporting itself; timeliness is judged on the first submission.</summary>
    internal static ReportCounts CountsOf(SubmissionStatus status) => new(
        1, status.FirstSubmittedAt is null ? 0 : 1, status.FirstSubmittedAt is null || status.IsLate ? 0 : 1,
        status.State is SubmissionState.Approved or SubmissionState.Locked ? 1 : 0);

    public Contribution Of(int unit) => _loaded.GetValueOrDefault(unit);

    public async Task LoadAsync(IReadOnlySet<int> units, CancellationToken cancellationToken)
    {
        // Only who owes something can have given something.
        var wanted = units.Where(unit => !_loaded.ContainsKey(unit) && !frame.Rollup.Owed(unit).IsEmpty).ToList();
        foreach (var some in wanted.Chunk(AtOnce))
        {
            var ids = some.Select(unit => frame.Units[unit].Id).ToList();
            var reports = new Dictionary<int, ReportCounts>();
            foreach (var status in await StatusesAsync(ids, cancellationToken))
            {
                var unit = frame.Rollup.UnitOf(status.UnitId);
                reports[unit] = reports.GetValueOrDefault(unit).Add(CountsOf(status));
                if (!IsHandedIn(status.State)) continue;
                var before = _loaded.GetValueOrDefault(unit);
                _loaded[unit] = before with { Submitted = before.Submitted.Union(frame.IndicatorsOf(status.VersionId)) };
            }

            foreach (var sheet in await SheetsAsync(ids, cancellationToken)) Add(sheet);
            foreach (var unit in some)
                _loaded[unit] = frame.Supplements.Complete(unit, _loaded.GetValueOrDefault(unit), reports.GetValueOrDefault(unit));
        }
    }

    public async Task<IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]>> StatesAsync(
        IReadOnlySet<(UnitRelation Relation, int Unit)> rows, CancellationToken cancellationToken)
    {
        var states = new Dictionary<(UnitRelation, int), RollupState[]>(rows.Count);
        foreach (var some in rows.Select(row => row.Unit).Distinct().Chunk(AtOnce))
        {
            var ids = some.Select(unit => frame.Units[unit].Id).ToList();
            var stored = await db.Rollups.AsNoTracking()
                .Where(row => row.EditionId == frame.EditionId && row.PeriodId == frame.PeriodId && ids.Contains(row.UnitId))
                .ToListAsync(cancellationToken);
            foreach (var row in stored)
            {
                var key = (row.Relation, frame.Rollup.UnitOf(row.UnitId));
                if (rows.Contains(key)) states.Add(key, RollupCodec.Read(row.States, columns.Count));
            }
        }

        return states;
    }

    private async Task<IEnumerable<SubmissionStatus>> StatusesAsync(List<Guid> unitIds, CancellationToken cancellationToken) =>
        frame.Edition is { } edition
            ? edition.StatesOf(unitIds)
            : await sender.Send(new GetSubmissionStates(frame.PeriodId, unitIds), cancellationToken);

    private async Task<IReadOnlyList<Sheet>> SheetsAsync(List<Guid> unitIds, CancellationToken cancellationToken)
    {
        if (frame.Edition is not { } edition) return await sender.Send(new GetApprovedSheets(frame.PeriodId, unitIds), cancellationToken);
        var sheets = new List<Sheet>(unitIds.Count);
        await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets(edition.PinsOf(unitIds)), cancellationToken))
            sheets.Add(sheet.Unpack(frame.PeriodId));
        return sheets;
    }

    private void Add(Sheet sheet)
    {
        var unit = frame.Rollup.UnitOf(sheet.UnitId);
        var before = _loaded.GetValueOrDefault(unit);
        var cells = new List<OwnCell>(before.Cells.ToArray());
        foreach (var cell in sheet.Cells)
        {
            var indicator = frame.Rollup.IndicatorOf(cell.IndicatorId);
            if (indicator < 0) continue;
            cells.Add(frame.CellOf(
                columns, indicator, cell.Disaggregation, cell.State, cell.Number, cell.Numerator, cell.Denominator));
        }

        _loaded[unit] = before with
        {
            Approved = before.Approved.Union(frame.IndicatorsOf(sheet.VersionId)),
            Cells = cells.ToArray(),
        };
    }
}
