namespace LearningCity.Analytics.Domain;

/// <summary>How a figure stands to its target.</summary>
internal enum TargetStanding
{
    /// <summary>There is no figure or no target.</summary>
    Unknown,

    /// <summary>Missed.</summary>
    Missed,

    /// <summary>Nine tenths of the way or more.</summary>
    Near,

    /// <summary>Met.</summary>
    Met,
}

/// <summary>Judges figures against targets. "Nearly met" is nine tenths of the target, the width that the committee's lists leave open.</summary>
internal static class TargetRule
{
    private const decimal NearShare = 0.9m;

    /// <summary>How a value stands to its target.</summary>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="target">The value to reach; null where none is set.</param>
    /// <param name="lowerIsBetter">Whether less is better.</param>
    internal static TargetStanding Judge(decimal? value, decimal? target, bool lowerIsBetter)
    {
        if (value is not { } actual || target is not { } goal) return TargetStanding.Unknown;
        if (lowerIsBetter)
            return actual <= goal ? TargetStanding.Met : actual * NearShare <= goal ? TargetStanding.Near : TargetStanding.Missed;
        return actual >= goal ? TargetStanding.Met : actual >= goal * NearShare ? TargetStanding.Near : TargetStanding.Missed;
    }
}
