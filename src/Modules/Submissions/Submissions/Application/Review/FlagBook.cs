using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Review;

/// <summary>Judges the figures of submissions by what was loaded for them; see <see cref="RobustSpread"/> for the method.</summary>
internal sealed class FlagBook(ILookup<Guid, EarlierSheet> sheets, IReadOnlyDictionary<string, Peers> peers)
{
    /// <summary>
    /// Figures of its own, the present one among them, that a unit has before one of them can be called unusual. The method labels outliers
    /// within a sample, so the figure is judged together with the earlier ones: a steady rise is none.
    /// </summary>
    private const int FewestOwn = 5;

    /// <summary>Every cell owed, by place.</summary>
    internal IReadOnlyDictionary<int, CellJudgement> Judge(Submission submission, Form form, WorkingSheet sheet)
    {
        var earlier = EarlierCells(submission.UnitId, form);
        var ofType = peers.GetValueOrDefault(submission.UnitType);
        var judgements = new Dictionary<int, CellJudgement>(submission.OwedCells);
        foreach (var place in Places.Each(submission.Owed))
        {
            var judgement = Judge(form.At(place), sheet.Find(place, ""), earlier.GetValueOrDefault(place), ofType?.Of(form.At(place).Id));
            var questions = Questions.At(form, place, sheet);
            judgements[place] = questions.Count == 0 ? judgement : judgement with { Flags = judgement.Flags | FlagKind.Rule, Questions = questions };
        }

        return judgements;
    }

    /// <summary>How many figures of a submission are flagged.</summary>
    internal int Count(Submission submission, Form form, WorkingSheet sheet) =>
        Judge(submission, form, sheet).Values.Count(judgement => judgement.Flags != FlagKind.None);

    private static CellJudgement Judge(Indicator indicator, PackedCell now, List<(int Ago, PackedCell Cell)>? earlier, PeerSpread? ofType)
    {
        PackedCell? before = null;
        var own = new List<decimal>();
        foreach (var (ago, cell) in earlier ?? [])
        {
            if (ago == 0) before = cell;
            if (SoftRules.Figure(indicator, cell) is { } past) own.Add(past);
        }

        var figure = SoftRules.Figure(indicator, now);
        if (figure is { } present) own.Add(present);
        var history = RobustSpread.Of(own, FewestOwn);
        var change = before is { } last ? SoftRules.Conspicuous(indicator, now, last) : null;
        var flags = change is null ? FlagKind.None : FlagKind.Change;
        if (figure is { } value)
        {
            if (history?.IsOutlier(value) == true) flags |= FlagKind.History;
            if (ofType?.Spread.IsOutlier(value) == true) flags |= FlagKind.Peers;
        }

        if (before?.State == CellState.Reported && now.State is CellState.NotApplicable or CellState.NotAvailable) flags |= FlagKind.Lost;
        return new CellJudgement(
            flags, before, change, history, figure is { } f ? history?.Score(f) : null, ofType, figure is { } g ? ofType?.Spread.Score(g) : null);
    }

    /// <summary>The unit's earlier cells by place of the present form: an indicator keeps its key where it changes its place.</summary>
    private Dictionary<int, List<(int Ago, PackedCell Cell)>> EarlierCells(Guid unitId, Form form)
    {
        var cells = new Dictionary<int, List<(int, PackedCell)>>();
        foreach (var sheet in sheets[unitId])
        {
            foreach (var cell in SheetCodec.Read(sheet.Bytes))
            {
                if (cell.Disaggregation.Length > 0 || form.Layout.PlaceOf(sheet.Layout.IndicatorAt(cell.Place)) is not (>= 0 and var place)) continue;
                if (!cells.TryGetValue(place, out var list)) cells.Add(place, list = []);
                list.Add((sheet.Ago, cell));
            }
        }

        return cells;
    }
}

/// <summary>A figure beside what it is judged by.</summary>
/// <param name="Flags">Why somebody should look at it.</param>
/// <param name="Before">What the unit said in the period before; null where it said nothing.</param>
/// <param name="Change">By what share it changed, where that is conspicuous.</param>
/// <param name="History">Spread of the unit's own figures, this one among them; null where there are too few.</param>
/// <param name="HistoryScore">How far the figure lies from them.</param>
/// <param name="Peers">Spread of the figures of its type.</param>
/// <param name="PeersScore">How far the figure lies from them.</param>
internal sealed record CellJudgement(
    FlagKind Flags, PackedCell? Before, decimal? Change, RobustSpread? History, decimal? HistoryScore, PeerSpread? Peers, decimal? PeersScore)
{
    /// <summary>What soft rules ask about it.</summary>
    public IReadOnlyList<Failure> Questions { get; init; } = [];

    /// <summary>How odd it is: the greater distance of the two, for lists that show the odd ones first.</summary>
    internal decimal Oddness => Math.Max(Math.Abs(HistoryScore ?? 0), Math.Abs(PeersScore ?? 0));
}
