using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// What a roll-up of one period stands on: the units, both trees as of one date, the indicators, and what each unit owes. Read-only and
/// shared; it is made anew when the tree or the obligations change.
/// </summary>
internal sealed class RollupFrame
{
    private readonly Dictionary<Guid, int> _units;
    private readonly Dictionary<Guid, int> _indicators;
    private readonly IndicatorSet[] _owed;
    private readonly Lazy<Dictionary<int, Dictionary<int, List<int>>>> _meetings;

    internal RollupFrame(
        IReadOnlyList<Guid> units, Forest responsibility, Forest territory, IReadOnlyList<IndicatorRule> indicators, IndicatorSet[] owed)
    {
        Units = units;
        Responsibility = responsibility;
        Territory = territory;
        Indicators = indicators;
        _owed = owed;
        _units = new(units.Count);
        for (var i = 0; i < units.Count; i++) _units.Add(units[i], i);
        _indicators = new(indicators.Count);
        for (var i = 0; i < indicators.Count; i++) _indicators.Add(indicators[i].Id, i);
        Replacing = IndicatorSet.Of(Enumerable.Range(0, indicators.Count).Where(i => indicators[i].Replaces));
        Covering = IndicatorSet.Of(Enumerable.Range(0, indicators.Count).Where(i => indicators[i].Covers));
        Apart = IndicatorSet.Of(Enumerable.Range(0, indicators.Count)
            .Where(i => indicators[i].Summing == Summing.None && indicators[i].Shown != Summing.None));
        _meetings = new(FindMeetings);
    }

    internal IReadOnlyList<Guid> Units { get; }

    /// <summary>Along <c>reports to</c>.</summary>
    internal Forest Responsibility { get; }

    /// <summary>Along <c>lies in</c>.</summary>
    internal Forest Territory { get; }

    internal IReadOnlyList<IndicatorRule> Indicators { get; }

    /// <summary>Indicators whose own value stands in place of those below.</summary>
    internal IndicatorSet Replacing { get; }

    /// <summary>Indicators of which a unit's own value stands for everything below it, along either tree.</summary>
    internal IndicatorSet Covering { get; }

    /// <summary>Indicators whose values belong to one unit and never go up the tree.</summary>
    internal IndicatorSet Apart { get; }

    internal Forest Along(UnitRelation relation) => relation == UnitRelation.ReportsTo ? Responsibility : Territory;

    /// <summary>Place of a unit; -1 if the frame does not have it.</summary>
    internal int UnitOf(Guid unitId) => _units.GetValueOrDefault(unitId, -1);

    /// <summary>Place of an indicator; -1 if nobody owes it.</summary>
    internal int IndicatorOf(Guid indicatorId) => _indicators.GetValueOrDefault(indicatorId, -1);

    /// <summary>The cells that a unit owes or that are answered for it; what is neither does not count.</summary>
    internal IndicatorSet Owed(int unit) => _owed[unit];

    /// <summary>Sums the obligations, for sizing.</summary>
    internal int OwedCells()
    {
        var cells = 0;
        foreach (var owed in _owed)
        {
            foreach (var _ in owed) cells++;
        }

        return cells;
    }

    /// <summary>
    /// The pairs of a unit and one that it reports to, directly or over others, whose lowest common unit in the territory is
    /// <paramref name="meet"/>: there an own value of the second takes the place of the first.
    /// </summary>
    internal IEnumerable<(int Replacer, IReadOnlyList<int> Replaced)> MeetingAt(int meet) =>
        _meetings.Value.TryGetValue(meet, out var pairs) ? pairs.Select(pair => (pair.Key, (IReadOnlyList<int>)pair.Value)) : [];

    /// <summary>
    /// Whether a unit's state is nothing but the sum of its children's: it owes nothing, and no own value can take the place of another
    /// unit's there.
    /// </summary>
    internal bool IsPlainSum(UnitRelation relation, int unit) =>
        Owed(unit).IsEmpty
        && (relation == UnitRelation.ReportsTo || MeetingAt(unit).All(pair => !Owed(pair.Replacer).Overlaps(Replacing)));

    private Dictionary<int, Dictionary<int, List<int>>> FindMeetings()
    {
        var meetings = new Dictionary<int, Dictionary<int, List<int>>>();
        for (var unit = 0; unit < Units.Count; unit++)
        {
            for (var above = Responsibility.Parent(unit); above >= 0; above = Responsibility.Parent(above))
            {
                var meet = Territory.Meet(unit, above);
                if (meet < 0) continue;
                if (!meetings.TryGetValue(meet, out var replacers)) meetings.Add(meet, replacers = []);
                if (!replacers.TryGetValue(above, out var replaced)) replacers.Add(above, replaced = []);
                replaced.Add(unit);
            }
        }

        return meetings;
    }
}
