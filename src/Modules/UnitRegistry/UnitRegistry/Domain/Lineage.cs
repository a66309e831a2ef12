using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// Where units of one date went on another, forward by their successors or back by their predecessors. A unit without successors of its
/// own follows the units that lay in it on its last day (a district), or else the unit that it lay in (a school).
/// </summary>
internal sealed class Lineage
{
    /// <summary>What writing a share with four decimals may lose.</summary>
    private const decimal Rounding = 0.0001m;

    private readonly Dictionary<Guid, Validity> _lives;
    private readonly ILookup<Guid, Transfer> _out;
    private readonly ILookup<Guid, Transfer> _into;
    private readonly ILookup<Guid, DateOnly> _recorded;
    private readonly ILookup<Guid, Placement> _inside;
    private readonly ILookup<Guid, Placement> _around;
    private readonly Dictionary<(Guid, DateOnly, DateOnly), IReadOnlyList<Part>> _known = [];

    /// <param name="lives">When each unit exists.</param>
    /// <param name="transfers">All that went from one unit into another.</param>
    /// <param name="placements">Current placements along <c>lies in</c>.</param>
    internal Lineage(IReadOnlyDictionary<Guid, Validity> lives, IEnumerable<Transfer> transfers, IEnumerable<Placement> placements)
    {
        _lives = new Dictionary<Guid, Validity>(lives);
        var all = transfers.ToList();
        var moves = all.Where(transfer => transfer.FromUnitId != transfer.ToUnitId).ToList();
        var places = placements.ToList();
        _recorded = all.ToLookup(transfer => transfer.FromUnitId, transfer => transfer.EffectiveOn);
        _out = moves.ToLookup(transfer => transfer.FromUnitId);
        _into = moves.ToLookup(transfer => transfer.ToUnitId);
        _inside = places.ToLookup(place => place.ParentId);
        _around = places.ToLookup(place => place.UnitId);
    }

    /// <summary>Every unit that exists on the one date, with every unit of the other date that it went into or came from.</summary>
    internal IEnumerable<LineageLink> Between(DateOnly from, DateOnly to) =>
        _lives.Where(life => life.Value.Contains(from)).SelectMany(life => Of(life.Key, from, to));

    /// <summary>The same for one unit.</summary>
    internal IEnumerable<LineageLink> Of(Guid unitId, DateOnly from, DateOnly to) =>
        (to >= from ? Forward(unitId, from, to) : Back(unitId, from, to))
        .Select(part => new LineageLink(unitId, part.UnitId, part.Extent, part.Share));

    private IReadOnlyList<Part> Forward(Guid unitId, DateOnly after, DateOnly to) =>
        Remember((unitId, after, to), () => FindForward(unitId, after, to));

    private IReadOnlyList<Part> FindForward(Guid unitId, DateOnly after, DateOnly to)
    {
        if (!_lives.TryGetValue(unitId, out var life)) return [];
        var day = _out[unitId].Where(transfer => transfer.EffectiveOn > after && transfer.EffectiveOn <= to)
            .Select(transfer => (DateOnly?)transfer.EffectiveOn).Min();
        if (day is { } moved)
        {
            var given = _out[unitId].Where(transfer => transfer.EffectiveOn == moved).ToList();
            var shares = Shares(given, life.Contains(moved));
            var parts = given.Select((transfer, i) => (shares[i], After: Forward(transfer.ToUnitId, moved, to))).ToList();
            if (life.Contains(moved)) parts.Add((shares[given.Count], Forward(unitId, moved, to)));
            return Combine(parts);
        }

        if (life.Contains(to)) return Same(unitId);
        if (life.To is not { } lastDay) return [];

        // No successor of its own: what lay in it knows where its area went; else it goes with the area that it lay in.
        var inside = _inside[unitId].Where(place => place.Validity.Contains(lastDay) && IsTerritory(place.UnitId, lastDay, to)).ToList();
        if (inside.Count > 0)
            return Combine([.. inside.Select(place => ((decimal?)null, Forward(place.UnitId, lastDay, to)))]);
        return ParentOn(unitId, lastDay) is { } parentId ? Within(Forward(parentId, lastDay, to)) : [];
    }

    private IReadOnlyList<Part> Back(Guid unitId, DateOnly before, DateOnly to) =>
        Remember((unitId, before, to), () => FindBack(unitId, before, to));

    private IReadOnlyList<Part> FindBack(Guid unitId, DateOnly before, DateOnly to)
    {
        if (!_lives.TryGetValue(unitId, out var life)) return [];
        var day = _into[unitId].Where(transfer => transfer.EffectiveOn > to && transfer.EffectiveOn <= before)
            .Select(transfer => (DateOnly?)transfer.EffectiveOn).Max();
        if (day is { } moved)
        {
            // Shares run from old to new and are never inverted.
            var eve = Validity.DayBefore(moved);
            var sources = _into[unitId].Where(transfer => transfer.EffectiveOn == moved).Select(transfer => transfer.FromUnitId).Distinct();
            var parts = sources.Select(source => ((decimal?)null, Back(source, eve, to))).ToList();
            if (life.Contains(eve)) parts.Add((null, Back(unitId, eve, to)));
            return Combine(parts);
        }

        if (life.Contains(to)) return Same(unitId);
        return life.From > to && ParentOn(unitId, life.From) is { } parentId ? Within(Back(parentId, life.From, to)) : [];
    }

    /// <summary>Only a unit with a record of where it went, if only "unchanged", says where the area around it went; a school does not.</summary>
    private bool IsTerritory(Guid unitId, DateOnly after, DateOnly to) =>
        _recorded[unitId].Any(day => day > after && day <= to);

    private Guid? ParentOn(Guid unitId, DateOnly day) =>
        _around[unitId].FirstOrDefault(place => place.Validity.Contains(day))?.ParentId;

    private IReadOnlyList<Part> Remember((Guid, DateOnly, DateOnly) key, Func<IReadOnlyList<Part>> find)
    {
        if (_known.TryGetValue(key, out var parts)) return parts;

        // A unit that meets itself on the way (a placement inside out) ends there rather than going round.
        _known[key] = [];
        return _known[key] = find();
    }

    private static IReadOnlyList<Part> Same(Guid unitId) => [new Part(unitId, TransferExtent.Unchanged, 1)];

    /// <summary>What is inside went where the whole did; if that was divided, nobody knows into which part.</summary>
    private static IReadOnlyList<Part> Within(IReadOnlyList<Part> around) => around.Count == 1
        ? [new Part(around[0].UnitId, TransferExtent.Whole, 1)]
        : [.. around.Select(part => part with { Extent = TransferExtent.Part, Share = null })];

    /// <summary>
    /// The shares of all parts; the last one, of the unit itself where it goes on, takes what is left. An incomplete set counts as none:
    /// a share is missing, or the parts of a unit that ended are less than the whole by more than rounding.
    /// </summary>
    private static decimal?[] Shares(List<Transfer> given, bool goesOn)
    {
        var shares = new decimal?[given.Count + (goesOn ? 1 : 0)];
        if (given.Exists(transfer => transfer.Share is null)) return shares;
        var sum = given.Sum(transfer => transfer.Share!.Value);
        if (!goesOn && 1 - sum > Rounding * given.Count) return shares;
        for (var i = 0; i < given.Count; i++) shares[i] = given[i].Share;
        shares[^1] = goesOn ? 1 - sum : given[^1].Share + (1 - sum);
        return shares;
    }

    /// <summary>Ways that meet again in one unit become one; all in one unit is whole, whatever way it took.</summary>
    private static List<Part> Combine(List<(decimal? Share, IReadOnlyList<Part> After)> ways)
    {
        var parts = ways.SelectMany(way => way.After.Select(part => part with { Share = ways.Count == 1 ? part.Share : way.Share * part.Share }))
            .GroupBy(part => part.UnitId)
            .Select(group => new Part(
                group.Key, TransferExtent.Part, group.All(part => part.Share is not null) ? group.Sum(part => part.Share) : null))
            .ToList();
        return parts.Count == 1 ? [new Part(parts[0].UnitId, TransferExtent.Whole, 1)] : parts;
    }

    /// <summary>A unit and how much of the other one it is.</summary>
    private sealed record Part(Guid UnitId, TransferExtent Extent, decimal? Share);
}
