using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// Tells a report that repeats the last one. No authority sets a threshold for this; four fifths of at least five figures is the product's own.
/// Zeros say nothing, for what does not occur goes on not occurring, and neither do yes, no and levels.
/// </summary>
internal static class CopyForward
{
    /// <summary>Figures that must stand in both reports before anything is said.</summary>
    internal const int Fewest = 5;

    /// <summary>The share of figures that are the same from which on a report is asked about.</summary>
    internal const decimal Share = 0.8m;

    /// <summary>Whether two figures are the same to the digit; null where they tell nothing about copying.</summary>
    internal static bool? IsSame(Indicator indicator, in PackedCell now, in PackedCell before)
    {
        if (SoftRules.Figure(indicator, now) is not (not 0 and not null) || SoftRules.Figure(indicator, before) is null) return null;
        return (now.Number, now.Numerator, now.Denominator) == (before.Number, before.Numerator, before.Denominator);
    }

    /// <summary>Whether so many of so many figures are too many to be chance.</summary>
    internal static bool IsConspicuous(int same, int compared) => compared >= Fewest && same >= compared * Share;
}
