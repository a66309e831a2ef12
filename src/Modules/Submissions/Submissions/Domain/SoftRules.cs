using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>The soft rules: they warn and ask for a comment, and never refuse.</summary>
internal static class SoftRules
{
    /// <summary>Where the catalogue says nothing, a figure that changes by more than half since the last period is asked about.</summary>
    private const decimal ConspicuousChange = 50;

    /// <summary>By what share a figure changed since the last period, where that is conspicuous; null where it is not.</summary>
    internal static decimal? Conspicuous(Indicator indicator, in PackedCell now, in PackedCell before)
    {
        // A year to date is no change on the year to date before: the year may have begun anew.
        if (indicator.EntryMode == EntryMode.YearToDate) return null;
        if (Figure(indicator, now) is not { } present || Figure(indicator, before) is not { } past || past == 0) return null;
        var change = (present - past) / past;
        return Math.Abs(change) * 100 > Threshold(indicator) ? change : null;
    }

    /// <summary>From how many percent on the indicator is asked about.</summary>
    private static decimal Threshold(Indicator indicator) => indicator.Rules
        .Where(rule => rule is { Kind: RuleKind.Change, Part: FormulaPart.Value })
        .Min(rule => rule.Percent) ?? ConspicuousChange;

    /// <summary>The figure to compare: the number, or the share of a pair; null where there is none.</summary>
    internal static decimal? Figure(Indicator indicator, in PackedCell cell) => cell.State != CellState.Reported
        ? null
        : indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.Ratio => cell.Denominator is > 0 ? cell.Numerator / cell.Denominator : null,
            IndicatorValueType.Count or IndicatorValueType.Amount => cell.Number,
            _ => null,
        };
}
