using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>A unit of the chosen tree and how much of a unit of the period it took over.</summary>
/// <param name="Unit">Place in the chosen tree; -1 if the tree does not have it.</param>
/// <param name="Share">Recorded share, 0 to 1; null where none is known.</param>
internal readonly record struct PlacedPart(int Unit, decimal? Share);

/// <summary>Where a unit of the period stands on the chosen tree.</summary>
internal sealed class Placing
{
    /// <summary>Shares are products of recorded ones; how far their sum may be from one and still be all of it.</summary>
    private const decimal Tolerance = 0.000001m;

    private readonly PlacedPart[] _whole;

    private Placing(IReadOnlyList<PlacedPart> parts, int lowest, bool hasShares)
    {
        (Parts, Lowest, HasShares) = (parts, lowest, hasShares);
        _whole = [new(lowest, 1)];
    }

    /// <summary>Of a unit that nothing on the chosen tree took over.</summary>
    internal static Placing Nowhere { get; } = new([], -1, false);

    /// <summary>All units that it went into; one where all of it did.</summary>
    internal IReadOnlyList<PlacedPart> Parts { get; }

    /// <summary>The lowest unit of the chosen tree that holds all parts; -1 if none does.</summary>
    internal int Lowest { get; }

    /// <summary>Whether shares are recorded for all of it; an incomplete set counts as none.</summary>
    internal bool HasShares { get; }

    /// <summary>Whether it lies in more than one unit of the chosen tree.</summary>
    internal bool IsSplit => Parts.Count > 1;

    /// <summary>A unit that went into these.</summary>
    /// <param name="tree">The chosen tree.</param>
    /// <param name="parts">Where it went, in an order that does not depend on chance: the last part takes the rounding residue.</param>
    /// <param name="forward">Whether the chosen tree is the later one: shares run from old to new and are never inverted.</param>
    internal static Placing Of(Forest tree, IReadOnlyList<PlacedPart> parts, bool forward)
    {
        if (parts.Count == 0) return Nowhere;
        var lowest = parts[0].Unit;
        foreach (var part in parts) lowest = lowest < 0 || part.Unit < 0 ? -1 : tree.Meet(lowest, part.Unit);
        if (parts.Count == 1) return new([new(lowest, 1)], lowest, false);
        var complete = forward && parts.All(part => part.Share is >= 0) && Math.Abs(parts.Sum(part => part.Share!.Value) - 1) <= Tolerance;
        return complete
            ? new(parts, lowest, true)
            : new([.. parts.Select(part => part with { Share = null })], lowest, false);
    }

    /// <summary>Of a unit that lies in one standing so, and has no lineage of its own: nobody knows in which part it lies.</summary>
    internal Placing Within() => HasShares ? new([.. Parts.Select(part => part with { Share = null })], Lowest, false) : this;

    /// <summary>The parts that values of a rule are divided into: sums and pairs by their shares, everything else whole.</summary>
    internal IReadOnlyList<PlacedPart> PartsFor(Summing summing) =>
        HasShares && (summing is Summing.Sum or Summing.Ratio) ? Parts : _whole;
}
