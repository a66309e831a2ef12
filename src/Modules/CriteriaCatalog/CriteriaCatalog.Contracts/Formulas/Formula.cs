namespace LearningCity.CriteriaCatalog.Contracts.Formulas;

/// <summary>
/// A formula over indicators, read and ready to be worked out. Arithmetic is exact decimal arithmetic. What cannot be worked out is
/// "not available" (null), never an error: a missing value, a division by zero, a result too great to be kept.
/// </summary>
/// <param name="Text">As it is written in the catalogue.</param>
/// <param name="Root">What it says.</param>
public sealed record Formula(string Text, FormulaNode Root)
{
    /// <summary>The values that it is made from, each once, in order of the text.</summary>
    public IEnumerable<FormulaReference> References => Root.References().Distinct();

    /// <summary>Works the formula out; null where the result is not available.</summary>
    /// <param name="valueOf">The value of an indicator, null where it is not available.</param>
    public decimal? Evaluate(Func<FormulaReference, decimal?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        try
        {
            return Root.Evaluate(valueOf);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public bool Equals(Formula? other) => other is not null && Text == other.Text;

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Which figure of an indicator is meant.</summary>
public enum FormulaPart
{
    /// <summary>The value as it is shown: of a percent 98 for 98 %.</summary>
    Value,

    /// <summary>The numerator of a percent or ratio.</summary>
    Numerator,

    /// <summary>The denominator of a percent or ratio.</summary>
    Denominator,
}

/// <summary>A figure that a formula needs.</summary>
/// <param name="Code">Code of the indicator, of the same set.</param>
/// <param name="Part">Which figure of it.</param>
public sealed record FormulaReference(string Code, FormulaPart Part);
