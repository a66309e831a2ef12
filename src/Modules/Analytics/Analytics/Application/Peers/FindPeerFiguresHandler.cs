using System.Collections.ObjectModel;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Peers;

/// <summary>Answers the reviewers' question: what is usual among units of a type. The sheets of a period are read once for all types.</summary>
internal sealed class FindPeerFiguresHandler(
    IAnalyticsDb db, PeriodFrames frames, PeerBook book, ISender sender, TimeProvider clock)
    : IQueryHandler<FindPeerFigures, IReadOnlyDictionary<Guid, RobustSpread>>
{
    public async Task<IReadOnlyDictionary<Guid, RobustSpread>> Handle(FindPeerFigures request, CancellationToken cancellationToken)
    {
        var version = await VersionAsync(request.PeriodId, cancellationToken);
        if (version is null) return ReadOnlyDictionary<Guid, RobustSpread>.Empty;
        var page = book.Find(request.PeriodId, version.Value, clock.GetUtcNow()) ?? await MakeAsync(request.PeriodId, version.Value, cancellationToken);
        return page?.ByType.GetValueOrDefault(request.UnitType) ?? ReadOnlyDictionary<Guid, RobustSpread>.Empty;
    }

    private Task<int?> VersionAsync(Guid periodId, CancellationToken cancellationToken) => db.Periods.AsNoTracking()
        .Where(period => period.PeriodId == periodId).Select(period => (int?)period.Version).FirstOrDefaultAsync(cancellationToken);

    private async Task<PeerPage?> MakeAsync(Guid periodId, int version, CancellationToken cancellationToken)
    {
        await book.Turn.WaitAsync(cancellationToken);
        try
        {
            if (book.Find(periodId, version, clock.GetUtcNow()) is { } meanwhile) return meanwhile;
            if (await frames.FindCurrentAsync(periodId, cancellationToken) is not { } frame) return null;
            var page = new PeerPage(version, clock.GetUtcNow(), await SpreadsAsync(frame, cancellationToken));
            book.Keep(periodId, page);
            return page;
        }
        finally
        {
            book.Turn.Release();
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, RobustSpread>>> SpreadsAsync(
        PeriodFrame frame, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<(string Type, Guid Indicator), List<decimal>>();
        await foreach (var sheet in sender.CreateStream(new StreamPackedSheets(frame.PeriodId), cancellationToken))
        {
            var unit = frame.Rollup.UnitOf(sheet.UnitId);
            if (unit >= 0 && frame.ReporterTypes[unit] is { } type) Add(figures, frame, type, sheet);
        }

        return figures
            .Select(entry => (entry.Key.Type, entry.Key.Indicator, Spread: RobustSpread.Of(entry.Value, FindPeerFigures.FewestPeers)))
            .Where(entry => entry.Spread is not null)
            .GroupBy(entry => entry.Type)
            .ToDictionary(
                type => type.Key,
                IReadOnlyDictionary<Guid, RobustSpread> (type) => type.ToDictionary(entry => entry.Indicator, entry => entry.Spread!));
    }

    private static void Add(
        Dictionary<(string Type, Guid Indicator), List<decimal>> figures, PeriodFrame frame, string type, PackedSheet sheet)
    {
        var reader = new SheetReader(sheet.Bytes.Span);
        while (reader.MoveNext())
        {
            if (!reader.IsTotal || reader.State != CellState.Reported) continue;
            var id = sheet.Layout.IndicatorAt(reader.Place);
            if (frame.Rollup.IndicatorOf(id) is not (>= 0 and var place)) continue;
            decimal? figure = frame.Indicators[place].ValueType switch
            {
                IndicatorValueType.Percent or IndicatorValueType.Ratio => reader.Denominator is > 0 and var whole ? reader.Numerator / whole : null,
                IndicatorValueType.Count or IndicatorValueType.Amount => reader.Number,
                _ => null,
            };
            if (figure is not { } value) continue;
            if (!figures.TryGetValue((type, id), out var list)) figures.Add((type, id), list = []);
            list.Add(value);
        }
    }
}
