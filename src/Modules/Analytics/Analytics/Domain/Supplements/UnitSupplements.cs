using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Domain.Supplements;

/// <summary>
/// What counts for a unit beside its sheets: what reference series give, what the registry and the reporting count, and what links from other
/// criteria sets answer. It is put together from one unit's own facts alone, so that a roll-up cannot tell it from what was handed in, and
/// full, incremental and sealed figures are the same.
/// </summary>
/// <remarks>
/// Semantics, "What counts once": a unit's direct value beats a link; links do not chain; one equal or formula link per target; several part
/// links are summed and marked partial; a target counts once for each unit.
/// </remarks>
internal sealed class UnitSupplements
{
    private readonly IndicatorSet[] _answered;
    private readonly IReadOnlyList<IndicatorLink>[] _linksOf;
    private readonly IReadOnlyDictionary<int, IReadOnlyList<GivenPart>> _given;
    private readonly IReadOnlyList<ReportingIndicator> _reporting;

    /// <summary>Prepares them.</summary>
    /// <param name="asked">By unit: the cells of its obligations.</param>
    /// <param name="links">The links in force.</param>
    /// <param name="given">By unit: what series and registry give.</param>
    /// <param name="reporting">The indicators that the reporting itself answers.</param>
    internal UnitSupplements(
        IndicatorSet[] asked, IReadOnlyList<IndicatorLink> links, IReadOnlyDictionary<int, IReadOnlyList<GivenPart>> given,
        IReadOnlyList<ReportingIndicator> reporting)
    {
        (_given, _reporting, Links) = (given, reporting, links);
        _answered = new IndicatorSet[asked.Length];
        _linksOf = new IReadOnlyList<IndicatorLink>[asked.Length];
        Cells = new IndicatorSet[asked.Length];
        var known = new Dictionary<string, IReadOnlyList<IndicatorLink>>(StringComparer.Ordinal);
        for (var unit = 0; unit < asked.Length; unit++)
        {
            var counted = IndicatorSet.Of(reporting.Where(one => one.Units.Contains(unit)).Select(one => one.Indicator));
            var own = asked[unit].Union(Whole(unit)).Union(counted);
            _linksOf[unit] = links.Count == 0 ? [] : Kept(known, [.. links.Where(link => link.Covers(own))]);
            Cells[unit] = own.Union(IndicatorSet.Of(_linksOf[unit].Select(link => link.Target)));
            _answered[unit] = Cells[unit].Except(asked[unit]);
        }
    }

    /// <summary>The links in force.</summary>
    internal IReadOnlyList<IndicatorLink> Links { get; }

    /// <summary>By unit: what it owes or is answered for it.</summary>
    internal IndicatorSet[] Cells { get; }

    /// <summary>Whether anything counts for a unit beside its sheets.</summary>
    internal bool Concerns(int unit) => !_answered[unit].IsEmpty || _linksOf[unit].Count > 0 || _given.ContainsKey(unit);

    /// <summary>What a unit gives, with what counts beside its sheets.</summary>
    internal Contribution Complete(int unit, in Contribution own, in ReportCounts reports)
    {
        if (!Concerns(unit)) return own;
        var answered = _answered[unit];
        var (submitted, approved) = (own.Submitted.Except(answered), own.Approved.Except(answered));

        // What nobody asks for does not count, should a sheet hold it all the same.
        var cells = own.Cells.ToArray().Where(cell => !answered.Has(cell.Column)).ToList();
        var direct = new Dictionary<int, int>();
        for (var i = 0; i < cells.Count; i++) direct.TryAdd(cells[i].Column, i);
        Give(unit, cells, direct);
        foreach (var counted in _reporting)
        {
            if (reports.Due == 0 || !counted.Units.Contains(unit)) continue;
            Put(cells, direct, new(counted.Indicator, Answer.Value, reports.Of(counted.Measure), reports.Due));
        }

        var done = IndicatorSet.Of(cells.Where(cell => answered.Has(cell.Column)).Select(cell => cell.Column));
        (submitted, approved) = (submitted.Union(done), approved.Union(done));
        var sources = cells.ToArray();
        OwnCell AnswerOf(int indicator) => direct.TryGetValue(indicator, out var place) ? sources[place] : default;
        foreach (var target in _linksOf[unit].GroupBy(link => link.Target))
        {
            var linked = AnswerBy([.. target], AnswerOf);
            if (!Beats(AnswerOf(target.Key), linked))
            {
                var cell = IndicatorSet.Of([target.Key]);
                (submitted, approved) = (submitted.Union(cell), approved.Union(cell));
                Put(cells, direct, linked);
            }
            else if (answered.Has(target.Key))
            {
                var from = target.Aggregate(default(IndicatorSet), (all, link) => all.Union(link.SourceSet));
                if (from.Except(own.Submitted).IsEmpty) submitted = submitted.Union(IndicatorSet.Of([target.Key]));
                if (from.Except(own.Approved).IsEmpty) approved = approved.Union(IndicatorSet.Of([target.Key]));
            }
        }

        return new(submitted, approved, cells.ToArray());
    }

    /// <summary>
    /// Whether what a unit said itself stands. "Not available" says nothing, as for values of units below: a link that knows better counts.
    /// </summary>
    private static bool Beats(in OwnCell direct, in OwnCell linked) => linked.Answer == Answer.None
        || direct.Answer is Answer.Value or Answer.NotApplicable
        || (direct.Answer == Answer.NotAvailable && linked.Answer != Answer.Value);

    private static OwnCell AnswerBy(IReadOnlyList<IndicatorLink> links, Func<int, OwnCell> answerOf) =>
        links.FirstOrDefault(link => link.Kind != CrosswalkKind.Part) is { } whole
            ? whole.Answer(answerOf)
            : IndicatorLink.Sum([.. links.Select(link => link.Answer(answerOf))]);

    private static void Put(List<OwnCell> cells, Dictionary<int, int> direct, in OwnCell cell)
    {
        if (direct.TryGetValue(cell.Column, out var place)) cells[place] = cell;
        else
        {
            direct.Add(cell.Column, cells.Count);
            cells.Add(cell);
        }
    }

    /// <summary>Puts in what is given: a whole value, or one side of a value that the unit entered the other side of.</summary>
    private void Give(int unit, List<OwnCell> cells, Dictionary<int, int> direct)
    {
        if (!_given.TryGetValue(unit, out var given)) return;
        var whole = Whole(unit);
        foreach (var part in given)
        {
            var isThere = direct.TryGetValue(part.Indicator, out var place);
            if (!isThere && !whole.Has(part.Indicator)) continue;
            var cell = isThere ? cells[place] : new(part.Indicator, Answer.Value, 0, 0);
            if (cell.Answer != Answer.Value) continue;
            Put(cells, direct, part.Part == FormulaPart.Denominator ? cell with { Denominator = part.Value } : cell with { Number = part.Value });
        }
    }

    /// <summary>Indicators of which everything is given to a unit.</summary>
    private IndicatorSet Whole(int unit)
    {
        if (!_given.TryGetValue(unit, out var given)) return default;
        return IndicatorSet.Of(given.GroupBy(part => part.Indicator)
            .Where(parts => parts.Any(part => part.Part == FormulaPart.Value)
                || (parts.Any(part => part.Part == FormulaPart.Numerator) && parts.Any(part => part.Part == FormulaPart.Denominator)))
            .Select(parts => parts.Key));
    }

    // Thousands of units have the same links: each list is there once.
    private static IReadOnlyList<IndicatorLink> Kept(Dictionary<string, IReadOnlyList<IndicatorLink>> known, IReadOnlyList<IndicatorLink> links)
    {
        var key = string.Join(',', links.Select(link => link.Id.ToString("N")));
        return known.TryGetValue(key, out var kept) ? kept : known[key] = links;
    }
}

/// <summary>An indicator that the reporting itself answers.</summary>
/// <param name="Indicator">Its place.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Units">Of which units the reports are counted.</param>
internal sealed record ReportingIndicator(int Indicator, ReportingMeasure Measure, IReadOnlySet<int> Units);
