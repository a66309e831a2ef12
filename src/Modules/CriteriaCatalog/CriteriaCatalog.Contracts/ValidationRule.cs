using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>What a rule looks at.</summary>
public enum RuleKind
{
    /// <summary>A value lies between two bounds.</summary>
    Range,

    /// <summary>A value stands in a relation to other indicators of the same sheet, such as I5 &lt;= I4.</summary>
    Relation,

    /// <summary>A value differs from the last period's by no more than so many percent.</summary>
    Change,
}

/// <summary>What breaking a rule does.</summary>
public enum RuleSeverity
{
    /// <summary>The value is refused: it cannot be true.</summary>
    Hard,

    /// <summary>The value is taken, and a reason is asked for.</summary>
    Soft,
}

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    AtMost,

    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Greater or equal.</summary>
    AtLeast,

    /// <summary>Greater.</summary>
    Greater,
}

/// <summary>A rule for the values of an indicator.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Severity">What breaking it does.</param>
/// <param name="Part">Which figure of the value it is about.</param>
public sealed record ValidationRule(RuleKind Kind, RuleSeverity Severity, FormulaPart Part)
{
    /// <summary>Of a range: the least, itself allowed; null for none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Of a range: the greatest, itself allowed; null for none.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Of a relation: how the value compares with the formula.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Of a relation: what the value is compared with.</summary>
    public Formula? Formula { get; init; }

    /// <summary>Of a change: from how many percent on a reason is asked; 50 stands for half as much again, or half as much.</summary>
    public decimal? Percent { get; init; }

    /// <summary>What to say to people; null for the usual sentence.</summary>
    public LocalText? Message { get; init; }

    /// <summary>
    /// Whether a value breaks the rule. What cannot be told, because a value that it is compared with is not there, breaks nothing.
    /// </summary>
    /// <param name="value">The figure in question; null where there is none.</param>
    /// <param name="lastPeriod">The same figure of the last period; null where there is none.</param>
    /// <param name="valueOf">Values of other indicators of the same sheet.</param>
    public bool IsBrokenBy(decimal? value, decimal? lastPeriod, Func<FormulaReference, decimal?> valueOf)
    {
        if (value is not { } figure) return false;
        return Kind switch
        {
            RuleKind.Range => figure < Minimum || figure > Maximum,
            RuleKind.Relation => Formula?.Evaluate(valueOf) is { } other && !Holds(figure, other),
            _ => lastPeriod is { } before and not 0 && Differs(figure, before),
        };
    }

    private bool Holds(decimal figure, decimal other) => Comparison switch
    {
        Contracts.Comparison.Less => figure < other,
        Contracts.Comparison.AtMost => figure <= other,
        Contracts.Comparison.Equal => figure == other,
        Contracts.Comparison.AtLeast => figure >= other,
        _ => figure > other,
    };

    // Figures fit decimal(28,6) and publishing allows a million percent at most, so neither side leaves the range of a decimal.
    private bool Differs(decimal figure, decimal before) => Math.Abs(figure - before) * 100 > Math.Abs(before) * Percent;
}
