namespace LearningCity.CriteriaCatalog.Contracts.Scoring;

/// <summary>Whether there is a value to be judged; the four are told apart everywhere.</summary>
public enum ScoredState
{
    /// <summary>There is no value yet.</summary>
    NotReported,

    /// <summary>There is a value.</summary>
    Reported,

    /// <summary>The indicator does not apply to the unit; it is left out.</summary>
    NotApplicable,

    /// <summary>The unit has no value; nothing is met by it.</summary>
    NotAvailable,
}

/// <summary>A value to be judged, in the unit of its indicator's target.</summary>
/// <param name="State">Whether there is one.</param>
/// <param name="Value">98 for 98 %, 100 for yes and 0 for no, the place on the scale from 1 for a level or rating.</param>
public readonly record struct ScoredValue(ScoredState State, decimal? Value)
{
    /// <summary>The indicator does not apply.</summary>
    public static ScoredValue NotApplicable { get; } = new(ScoredState.NotApplicable, null);

    /// <summary>There is no value to be had.</summary>
    public static ScoredValue NotAvailable { get; } = new(ScoredState.NotAvailable, null);

    /// <summary>A value in the unit of its indicator's target.</summary>
    public static ScoredValue Of(decimal value) => new(ScoredState.Reported, value);

    /// <summary>A percent or ratio; not available where the denominator is zero.</summary>
    /// <param name="indicator">The indicator, for its factor.</param>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    public static ScoredValue Of(Indicator indicator, decimal numerator, decimal denominator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return denominator == 0 ? NotAvailable : Of(numerator * indicator.Factor / denominator);
    }

    /// <summary>Yes or no, as a target has it.</summary>
    public static ScoredValue Of(bool yes) => Of(yes ? 100m : 0m);
}
