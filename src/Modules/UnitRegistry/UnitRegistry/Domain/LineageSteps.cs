using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>A unit on the way of another through time.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Step">How many steps before (negative) or after the unit asked for; 0 is that unit itself.</param>
/// <param name="On">The day on which the step was taken that leads to it (after), or from it (before).</param>
/// <param name="Extent">How much: of the unit asked for into this one (after), or of this one into the unit asked for (before).</param>
/// <param name="Share">The share of that, multiplied along all ways; null where one on the way is not known.</param>
internal sealed record LineageNode(Guid UnitId, int Step, DateOnly On, TransferExtent Extent, decimal? Share);

/// <summary>One step: all or part of a unit went into another.</summary>
/// <param name="FromUnitId">The old unit.</param>
/// <param name="ToUnitId">The new unit.</param>
/// <param name="On">First day of the new state.</param>
/// <param name="Extent">How much of the old unit.</param>
/// <param name="Share">Recorded share of the old unit; null where none is known.</param>
/// <param name="IsInferred">Whether it follows from where the unit lay, or from what lay in it, rather than from a decision on it.</param>
internal sealed record LineageStep(Guid FromUnitId, Guid ToUnitId, DateOnly On, TransferExtent Extent, decimal? Share, bool IsInferred);

/// <summary>All that led to a unit over a span and all that it led to, step by step.</summary>
internal sealed record LineageSteps(IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageStep> Steps)
{
    /// <summary>Works them out.</summary>
    /// <param name="lineage">Knows the shares.</param>
    /// <param name="transfers">All that went from one unit into another.</param>
    /// <param name="unitId">The unit asked for.</param>
    /// <param name="life">When it exists.</param>
    /// <param name="span">The time looked at.</param>
    internal static LineageSteps Of(Lineage lineage, IReadOnlyCollection<Transfer> transfers, Guid unitId, Validity life, Validity span)
    {
        var moves = transfers.Where(transfer => transfer.FromUnitId != transfer.ToUnitId && transfer.EffectiveOn > span.From && !(transfer.EffectiveOn > span.To))
            .ToList();
        var after = Forward(lineage, moves.ToLookup(transfer => transfer.FromUnitId), unitId, life, span);
        var before = Back(lineage, moves.ToLookup(transfer => transfer.ToUnitId), unitId, life, span);
        return new LineageSteps(
            [.. before.Nodes, new LineageNode(unitId, 0, life.From, TransferExtent.Unchanged, 1), .. after.Nodes],
            [.. before.Steps, .. after.Steps]);
    }

    private static (List<LineageNode> Nodes, List<LineageStep> Steps) Forward(
        Lineage lineage, ILookup<Guid, Transfer> outOf, Guid unitId, Validity life, Validity span)
    {
        var start = life.From > span.From ? life.From : span.From;
        var (nodes, steps) = (new Dictionary<Guid, LineageNode>(), new List<LineageStep>());
        var open = new Queue<(Guid UnitId, DateOnly Since, int Step)>([(unitId, start, 0)]);
        while (open.TryDequeue(out var here))
        {
            foreach (var move in outOf[here.UnitId].Where(transfer => transfer.EffectiveOn > here.Since || (here.Step == 0 && transfer.EffectiveOn == life.From)))
            {
                steps.Add(new LineageStep(move.FromUnitId, move.ToUnitId, move.EffectiveOn, move.Extent, move.Share, IsInferred: false));
                if (move.ToUnitId == unitId || nodes.ContainsKey(move.ToUnitId)) continue;
                var link = lineage.Of(unitId, start, move.EffectiveOn).FirstOrDefault(known => known.ToUnitId == move.ToUnitId);
                nodes[move.ToUnitId] = new LineageNode(move.ToUnitId, here.Step + 1, move.EffectiveOn, link?.Extent ?? TransferExtent.Part, link?.Share);
                open.Enqueue((move.ToUnitId, move.EffectiveOn, here.Step + 1));
            }
        }

        // A unit that ended without a successor of its own goes with the area around it, or with what lay in it.
        if (steps.Count == 0 && life.To is { } lastDay && lastDay < DateOnly.MaxValue && !(span.To <= lastDay))
        {
            foreach (var link in lineage.Of(unitId, lastDay, span.To ?? DateOnly.MaxValue).Where(link => link.ToUnitId != unitId))
            {
                nodes[link.ToUnitId] = new LineageNode(link.ToUnitId, 1, lastDay.AddDays(1), link.Extent, link.Share);
                steps.Add(new LineageStep(unitId, link.ToUnitId, lastDay.AddDays(1), link.Extent, link.Share, IsInferred: true));
            }
        }

        return ([.. nodes.Values], [.. steps.Distinct()]);
    }

    private static (List<LineageNode> Nodes, List<LineageStep> Steps) Back(
        Lineage lineage, ILookup<Guid, Transfer> into, Guid unitId, Validity life, Validity span)
    {
        var end = life.To < span.To || span.To is null ? life.To ?? DateOnly.MaxValue : span.To.Value;
        var (nodes, steps) = (new Dictionary<Guid, LineageNode>(), new List<LineageStep>());
        var open = new Queue<(Guid UnitId, DateOnly Until, int Step)>([(unitId, end, 0)]);
        while (open.TryDequeue(out var here))
        {
            foreach (var move in into[here.UnitId].Where(transfer => transfer.EffectiveOn < here.Until || (here.Step == 0 && transfer.EffectiveOn == here.Until)))
            {
                steps.Add(new LineageStep(move.FromUnitId, move.ToUnitId, move.EffectiveOn, move.Extent, move.Share, IsInferred: false));
                if (move.FromUnitId == unitId || nodes.ContainsKey(move.FromUnitId)) continue;
                var link = lineage.Of(move.FromUnitId, Validity.DayBefore(move.EffectiveOn), end).FirstOrDefault(known => known.ToUnitId == unitId);
                nodes[move.FromUnitId] = new LineageNode(move.FromUnitId, here.Step - 1, move.EffectiveOn, link?.Extent ?? TransferExtent.Part, link?.Share);
                open.Enqueue((move.FromUnitId, move.EffectiveOn, here.Step - 1));
            }
        }

        return ([.. nodes.Values], [.. steps.Distinct()]);
    }
}
