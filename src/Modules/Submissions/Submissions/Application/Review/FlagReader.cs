using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>
/// Reads what figures are judged by: the units' own approved figures of earlier periods, in one query for all submissions asked about, and
/// how the figures of their type spread, which analytics keeps.
/// </summary>
internal sealed class FlagReader(ISubmissionsDb db, Forms forms, ISender sender)
{
    /// <summary>Earlier periods that a figure is compared with: four years of half-years.</summary>
    private const int MostPeriods = 8;

    /// <summary>Fewer than the parameters that any of the databases takes.</summary>
    private const int UnitsAtOnce = 500;

    /// <summary>What the submissions of one period are judged by.</summary>
    internal async Task<FlagBook> LoadAsync(
        Guid periodId, IReadOnlyCollection<Submission> submissions, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(periodId, cancellationToken);
        var peers = new Dictionary<string, Peers>(StringComparer.Ordinal);
        foreach (var type in submissions.Select(s => s.UnitType).Distinct(StringComparer.Ordinal))
        {
            var now = await sender.Send(new FindPeerFigures(periodId, type), cancellationToken);
            var past = earlier.Count == 0 ? now : await sender.Send(new FindPeerFigures(earlier[0], type), cancellationToken);
            peers[type] = new Peers(now, past);
        }

        var sheets = await SheetsAsync(earlier, [.. submissions.Select(s => s.UnitId).Distinct()], cancellationToken);
        return new FlagBook(sheets, peers);
    }

    /// <summary>The periods before one in its cycle, the nearest first.</summary>
    private async Task<List<Guid>> EarlierAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var periods = (await sender.Send(new ListPeriods(), cancellationToken)).ToDictionary(period => period.Id);
        var earlier = new List<Guid>(MostPeriods);
        for (var at = periods.GetValueOrDefault(periodId)?.PreviousId; at is { } id && earlier.Count < MostPeriods;
             at = periods.GetValueOrDefault(id)?.PreviousId) earlier.Add(id);
        return earlier;
    }

    private async Task<ILookup<Guid, EarlierSheet>> SheetsAsync(List<Guid> earlier, Guid[] units, CancellationToken cancellationToken)
    {
        var sheets = new List<(Guid UnitId, EarlierSheet Sheet)>();
        if (earlier.Count > 0)
        {
            var layouts = await forms.AllLayoutsAsync(cancellationToken);
            foreach (var some in units.Chunk(UnitsAtOnce))
            {
                var rows = await db.SheetVersions.AsNoTracking()
                    .Where(v => earlier.Contains(v.PeriodId) && v.Counts && some.Contains(v.UnitId))
                    .Select(v => new { v.UnitId, v.PeriodId, v.CriteriaVersionId, v.Bytes }).ToListAsync(cancellationToken);
                sheets.AddRange(rows.Select(row => (
                    row.UnitId, new EarlierSheet(earlier.IndexOf(row.PeriodId), layouts[row.CriteriaVersionId], row.Bytes))));
            }
        }

        return sheets.ToLookup(pair => pair.UnitId, pair => pair.Sheet);
    }
}

/// <summary>A unit's approved sheet of an earlier period.</summary>
/// <param name="Ago">0 for the period before, 1 for the one before that.</param>
/// <param name="Layout">Which indicator stands where.</param>
/// <param name="Bytes">The cells.</param>
internal sealed record EarlierSheet(int Ago, SheetLayout Layout, byte[] Bytes);

/// <summary>How the figures of a type of units spread: in this period, and in the one before for where too few are approved yet.</summary>
internal sealed record Peers(IReadOnlyDictionary<Guid, RobustSpread> Now, IReadOnlyDictionary<Guid, RobustSpread> Before)
{
    internal PeerSpread? Of(Guid indicatorId) => Now.TryGetValue(indicatorId, out var now)
        ? new PeerSpread(now, false)
        : Before.TryGetValue(indicatorId, out var past) ? new PeerSpread(past, true) : null;
}

/// <summary>The spread that a figure is compared with.</summary>
/// <param name="Spread">The spread.</param>
/// <param name="OfLastPeriod">Whether it is the last period's, since too few of this one are approved yet.</param>
internal sealed record PeerSpread(RobustSpread Spread, bool OfLastPeriod);
