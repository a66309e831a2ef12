namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>What a figure says. Four different answers, everywhere (semantics, "Figures").</summary>
internal enum FigureState
{
    /// <summary>Nothing is approved yet.</summary>
    NotReported,

    /// <summary>A value; zero is one.</summary>
    Value,

    /// <summary>It occurs at none of those who answered.</summary>
    NotApplicable,

    /// <summary>It cannot be told: nobody recorded it, or the denominator is zero.</summary>
    NotAvailable,
}

/// <summary>A state read by its indicator's rule. Not rounded: rounding is for display alone.</summary>
/// <param name="State">What it says.</param>
/// <param name="Value">The value; ratios and shares as 0 to 1; null where there is none.</param>
internal readonly record struct Figure(FigureState State, decimal? Value)
{
    /// <summary>Reads a state.</summary>
    internal static Figure Of(in RollupState state, Summing summing)
    {
        var measure = state.Measure;
        if (measure.Values == 0)
        {
            return new(
                state.Coverage.NotAvailable > 0 ? FigureState.NotAvailable
                : state.Coverage.NotApplicable > 0 ? FigureState.NotApplicable
                : FigureState.NotReported,
                null);
        }

        decimal? value = summing switch
        {
            Summing.Sum => measure.Sum,
            Summing.Ratio => measure.Denominator == 0 ? null : measure.Sum / measure.Denominator,
            Summing.Average => measure.Sum / measure.Values,
            Summing.Yes => (decimal)measure.Yes / measure.Values,
            Summing.Levels => 1 - ((decimal)measure.Levels[0] / measure.Values),
            Summing.Minimum => measure.Minimum,
            Summing.Maximum => measure.Maximum,
            _ => null,
        };
        return new(value is null ? FigureState.NotAvailable : FigureState.Value, value);
    }
}
