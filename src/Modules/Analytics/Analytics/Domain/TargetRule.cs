using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

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
    /// <param name="direction">Which way is better; where neither is, only the target itself meets it, and nothing is near.</param>
    internal static TargetStanding Judge(decimal? value, decimal? target, Direction direction)
    {
        if (value is not { } actual || target is not { } goal) return TargetStanding.Unknown;
        if (Scorer.Reaches(actual, goal, direction)) return TargetStanding.Met;
        var near = direction switch
        {
            Direction.Higher => actual >= goal * NearShare,
            Direction.Lower => actual * NearShare <= goal,
            _ => false,
        };
        return near ? TargetStanding.Near : TargetStanding.Missed;
    }
}
