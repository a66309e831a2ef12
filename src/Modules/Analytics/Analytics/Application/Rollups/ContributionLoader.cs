using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.Submissions.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Streams what all units give to a period, once.</summary>
internal sealed class ContributionLoader(ISender sender)
{
    /// <summary>Everything handed in and approved; columns met for the first time are added.</summary>
    internal async Task<ContributionStore> LoadAsync(PeriodFrame frame, ColumnTable columns, CancellationToken cancellationToken)
    {
        var store = new ContributionStore(frame.Rollup);
        var reports = new ReportCounts[frame.Units.Count];
        await foreach (var status in States(frame, cancellationToken))
        {
            var unit = frame.Rollup.UnitOf(status.UnitId);
            if (unit >= 0) reports[unit] = reports[unit].Add(Contributions.CountsOf(status));
            if (unit >= 0 && Contributions.IsHandedIn(status.State)) store.Submit(unit, frame.IndicatorsOf(status.VersionId));
        }

        var places = new Dictionary<SheetLayout, int[]>(ReferenceEqualityComparer.Instance);
        await foreach (var sheet in Sheets(frame, cancellationToken))
        {
            // Millions of cells share a few layouts: which indicator stands where is looked up once for each.
            if (!places.TryGetValue(sheet.Layout, out var indicators))
                places.Add(sheet.Layout, indicators = [.. sheet.Layout.IndicatorIds.Select(frame.Rollup.IndicatorOf)]);
            Add(frame, columns, store, sheet, indicators);
        }

        for (var unit = 0; unit < frame.Units.Count; unit++)
        {
            if (frame.Supplements.Concerns(unit)) store.Replace(unit, frame.Supplements.Complete(unit, store.Of(unit), reports[unit]));
        }

        return store;
    }

    /// <summary>How reports stand, or stood when the edition was sealed.</summary>
    private IAsyncEnumerable<SubmissionStatus> States(PeriodFrame frame, CancellationToken cancellationToken) => frame.Edition is { } edition
        ? edition.States.ToAsyncEnumerable()
        : sender.CreateStream(new StreamSubmissionStates(frame.PeriodId), cancellationToken);

    /// <summary>The sheets that count, or that the edition pins.</summary>
    private IAsyncEnumerable<PackedSheet> Sheets(PeriodFrame frame, CancellationToken cancellationToken) => frame.Edition is { } edition
        ? sender.CreateStream(new StreamPinnedSheets([.. edition.Sheets.Select(sheet => sheet.Pin)]), cancellationToken)
        : sender.CreateStream(new StreamPackedSheets(frame.PeriodId), cancellationToken);

    private static void Add(PeriodFrame frame, ColumnTable columns, ContributionStore store, PackedSheet sheet, int[] indicators)
    {
        var unit = frame.Rollup.UnitOf(sheet.UnitId);
        if (unit < 0) return;
        store.Approve(unit, frame.IndicatorsOf(sheet.Layout.VersionId));
        var reader = new SheetReader(sheet.Bytes.Span);
        while (reader.MoveNext())
        {
            var indicator = indicators[reader.Place];
            if (indicator < 0) continue;
            store.Add(unit, frame.CellOf(
                columns, indicator, reader.IsTotal ? "" : reader.Disaggregation, reader.State, reader.Number, reader.Numerator,
                reader.Denominator));
        }
    }
}
