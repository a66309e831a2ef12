using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Consolidation;

/// <summary>
/// Puts together what the units below a unit gave, for the cells that both report in the same set and period. It is worked out from the
/// approved sheets whenever it is asked for, so that it cannot be behind them. For each cell the nearest unit that owes it counts on every
/// path down, as in a roll-up: what lies below that unit is in its figure already.
/// </summary>
internal sealed class ConsolidatedFigures(ISubmissionsDb db, Forms forms, Names names)
{
    /// <summary>Reports asked for in one query: fewer than the parameters that any of the databases takes.</summary>
    private const int ReportsAtOnce = 500;

    /// <summary>Whether any cell of a return is of a kind that is put together; only then is there anything to ask.</summary>
    internal static bool Concerns(Submission submission, Form form) => Places.Each(submission.Owed).Any(place => IsOf(form.At(place)));

    /// <summary>What the units below give.</summary>
    /// <param name="submission">The return.</param>
    /// <param name="form">Its form.</param>
    /// <param name="given">Cells that a reference series gives in part: they are not put together.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    internal async Task<ConsolidatedReturn> OfAsync(
        Submission submission, Form form, IReadOnlyDictionary<int, GivenFigure> given, CancellationToken cancellationToken)
    {
        var places = Places.Each(submission.Owed).Where(place => IsOf(form.At(place)) && !given.ContainsKey(place)).ToList();
        if (places.Count == 0) return ConsolidatedReturn.None;
        var below = await BelowAsync(submission, cancellationToken);
        if (below.Count == 0) return ConsolidatedReturn.None;
        var above = await AboveAsync(submission, below, cancellationToken);
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        var asked = places.ToDictionary(place => place, place => Nearest(form.At(place).Id, below, above, layouts));
        var sheets = await SheetsAsync([.. asked.Values.SelectMany(reports => reports).Where(report => report.IsApproved).Distinct()], layouts, cancellationToken);
        var figures = new Dictionary<(int, string), ConsolidatedFigure>();
        foreach (var (place, reports) in asked.Where(item => item.Value.Count > 0))
        {
            var cells = reports.Select(report => sheets.GetValueOrDefault(report.SubmissionId)).OfType<ReadSheet>().ToList();
            foreach (var key in form.PartsAt(place).Select(part => part.Key).Prepend(""))
                figures[(place, key)] = PutTogether(form.At(place), key, cells, reports.Count);
        }

        var missing = asked.Values.SelectMany(reports => reports).Where(report => !report.IsApproved).DistinctBy(report => report.SubmissionId).ToList();
        var units = await names.UnitsAsync(missing.Select(report => report.UnitId), submission.ReferenceOn, cancellationToken);
        return new ConsolidatedReturn(
            figures,
            [.. missing.Select(report => new MissingReport(report.UnitId, report.SubmissionId, report.State, units[report.UnitId]))
                .OrderBy(report => VietnameseOrder.Key(report.Unit.Name.Vi), StringComparer.Ordinal)]);
    }

    private static bool IsOf(Indicator indicator) => Consolidating.IsPrefilled(indicator) || Consolidating.IsCounted(indicator);

    private IQueryable<Guid> UnitsBelow(Submission submission) => db.UnitPlaces.AsNoTracking()
        .Where(place => place.AncestorId == submission.UnitId && place.Relation == UnitRelation.ReportsTo && place.Depth > 0
            && place.ValidFrom <= submission.ReferenceOn && (place.ValidTo == null || place.ValidTo >= submission.ReferenceOn))
        .Select(place => place.UnitId);

    private async Task<List<ReportBelow>> BelowAsync(Submission submission, CancellationToken cancellationToken)
    {
        var units = UnitsBelow(submission);
        return await db.Submissions.AsNoTracking()
            .Where(s => s.PeriodId == submission.PeriodId && s.SetCode == submission.SetCode && units.Contains(s.UnitId))
            .Select(s => new ReportBelow(s.Id, s.UnitId, s.CriteriaVersionId, s.Owed, s.State, s.ApprovedSheetVersion != null))
            .ToListAsync(cancellationToken);
    }

    /// <summary>For each unit below, those between it and the unit of the return.</summary>
    private async Task<ILookup<Guid, Guid>> AboveAsync(Submission submission, List<ReportBelow> below, CancellationToken cancellationToken)
    {
        var units = UnitsBelow(submission);
        var pairs = await db.UnitPlaces.AsNoTracking()
            .Where(place => place.Relation == UnitRelation.ReportsTo && place.Depth > 0 && units.Contains(place.UnitId) && units.Contains(place.AncestorId)
                && place.ValidFrom <= submission.ReferenceOn && (place.ValidTo == null || place.ValidTo >= submission.ReferenceOn))
            .Select(place => new { place.UnitId, place.AncestorId }).ToListAsync(cancellationToken);
        var reporting = below.Select(report => report.UnitId).ToHashSet();
        return pairs.Where(pair => reporting.Contains(pair.AncestorId)).ToLookup(pair => pair.UnitId, pair => pair.AncestorId);
    }

    /// <summary>The reports that owe an indicator and have no other such report above them.</summary>
    private static List<ReportBelow> Nearest(
        Guid indicatorId, List<ReportBelow> below, ILookup<Guid, Guid> above, IReadOnlyDictionary<Guid, SheetLayout> layouts)
    {
        var owing = below.Where(report => Places.Has(report.Owed, layouts[report.CriteriaVersionId].PlaceOf(indicatorId))).ToList();
        var units = owing.Select(report => report.UnitId).ToHashSet();
        return owing.FindAll(report => !above[report.UnitId].Any(units.Contains));
    }

    private async Task<Dictionary<Guid, ReadSheet>> SheetsAsync(
        List<ReportBelow> reports, IReadOnlyDictionary<Guid, SheetLayout> layouts, CancellationToken cancellationToken)
    {
        var sheets = new Dictionary<Guid, ReadSheet>(reports.Count);
        foreach (var some in reports.Select(report => report.SubmissionId).Chunk(ReportsAtOnce))
        {
            var rows = await db.SheetVersions.AsNoTracking().Where(version => version.Counts && some.Contains(version.SubmissionId))
                .Select(version => new { version.SubmissionId, version.CriteriaVersionId, version.Bytes }).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                var layout = layouts[row.CriteriaVersionId];
                sheets[row.SubmissionId] = new ReadSheet(
                    SheetCodec.Read(row.Bytes).ToDictionary(cell => (layout.IndicatorAt(cell.Place), cell.Disaggregation)));
            }
        }

        return sheets;
    }

    /// <summary>A part is put together only where every report that has a figure breaks it down: else the parts would not be the figure's.</summary>
    private static ConsolidatedFigure PutTogether(Indicator indicator, string key, List<ReadSheet> sheets, int owing)
    {
        var whole = sheets.Where(sheet => sheet.Find(indicator.Id, "") is { State: CellState.Reported }).ToList();
        var cells = whole.Select(sheet => sheet.Find(indicator.Id, key)).OfType<PackedCell>().Where(cell => cell.State == CellState.Reported).ToList();
        if (Consolidating.IsCounted(indicator))
        {
            var answers = cells.Where(cell => cell.Number is not null).GroupBy(cell => (int)cell.Number!.Value).ToDictionary(group => group.Key, group => group.Count());
            return new ConsolidatedFigure(null, cells.Count, owing, answers);
        }

        var amount = cells.Count == 0 || cells.Count < whole.Count ? (Amount?)null : cells.Select(cell => Amount.Of(cell)).Aggregate((sum, next) => sum + next);
        return new ConsolidatedFigure(amount, cells.Count, owing, new Dictionary<int, int>());
    }

    private sealed record ReportBelow(Guid SubmissionId, Guid UnitId, Guid CriteriaVersionId, byte[] Owed, SubmissionState State, bool IsApproved);

    private sealed record ReadSheet(IReadOnlyDictionary<(Guid IndicatorId, string Disaggregation), PackedCell> Cells)
    {
        internal PackedCell? Find(Guid indicatorId, string key) => Cells.TryGetValue((indicatorId, key), out var cell) ? cell : null;
    }
}
