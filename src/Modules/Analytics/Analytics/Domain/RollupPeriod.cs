namespace LearningCity.Analytics.Domain;

/// <summary>What is kept of a period's live roll-up: which columns it has, and the version by which one writer at a time gets through.</summary>
internal sealed class RollupPeriod
{
    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>Code of the period.</summary>
    public required string PeriodCode { get; init; }

    /// <summary>The date whose tree the period stands on.</summary>
    public required DateOnly TreeDate { get; init; }

    /// <summary>
    /// Grows with every write of the period's rows. Whoever computed them from an older version is refused, so that of two folders (a lease
    /// that ran out, a recompute at the same time) the later cannot overwrite with what it read earlier.
    /// </summary>
    public int Version { get; set; }

    /// <summary>Grows when trees, obligations or columns change: whoever keeps the frame in memory reads it anew.</summary>
    public int Stamp { get; set; }

    /// <summary>The disaggregated columns, in order, as <c>indicator id/key</c>, one a line; totals come before them.</summary>
    public string Columns { get; set; } = "";

    /// <summary>Whether everything is to be computed anew: the period opened or closed, or the tree changed.</summary>
    public bool WantsRecompute { get; set; }

    /// <summary>When figures were last written.</summary>
    public DateTimeOffset? WrittenAt { get; set; }
}
