namespace LearningCity.CriteriaCatalog.Contracts.Formulas;

/// <summary>A part of a formula.</summary>
public abstract record FormulaNode
{
    /// <summary>Works this part out; null where it is not available.</summary>
    /// <exception cref="OverflowException">A number on the way is greater than can be kept.</exception>
    internal abstract decimal? Evaluate(Func<FormulaReference, decimal?> valueOf);

    /// <summary>Every mention of an indicator, in order of the text.</summary>
    internal abstract IEnumerable<FormulaReference> References();
}

/// <summary>A number.</summary>
/// <param name="Value">Its value.</param>
public sealed record FormulaNumber(decimal Value) : FormulaNode
{
    internal override decimal? Evaluate(Func<FormulaReference, decimal?> valueOf) => Value;

    internal override IEnumerable<FormulaReference> References() => [];
}

/// <summary>A value of an indicator.</summary>
/// <param name="Reference">Which one.</param>
public sealed record FormulaValue(FormulaReference Reference) : FormulaNode
{
    internal override decimal? Evaluate(Func<FormulaReference, decimal?> valueOf) => valueOf(Reference);

    internal override IEnumerable<FormulaReference> References() => [Reference];
}

/// <summary>What an operation does with its two sides.</summary>
public enum FormulaOperator
{
    /// <summary>Adds.</summary>
    Add,

    /// <summary>Subtracts.</summary>
    Subtract,

    /// <summary>Multiplies.</summary>
    Multiply,

    /// <summary>Divides; by zero the result is not available.</summary>
    Divide,
}

/// <summary>An operation with two sides.</summary>
/// <param name="Operator">What it does.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record FormulaOperation(FormulaOperator Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    internal override decimal? Evaluate(Func<FormulaReference, decimal?> valueOf)
    {
        if (Left.Evaluate(valueOf) is not { } left || Right.Evaluate(valueOf) is not { } right) return null;
        return Operator switch
        {
            FormulaOperator.Add => left + right,
            FormulaOperator.Subtract => left - right,
            FormulaOperator.Multiply => left * right,
            _ => right == 0 ? null : left / right,
        };
    }

    internal override IEnumerable<FormulaReference> References() => Left.References().Concat(Right.References());
}

/// <summary>A value with its sign turned.</summary>
/// <param name="Operand">The value.</param>
public sealed record FormulaNegation(FormulaNode Operand) : FormulaNode
{
    internal override decimal? Evaluate(Func<FormulaReference, decimal?> valueOf) => -Operand.Evaluate(valueOf);

    internal override IEnumerable<FormulaReference> References() => Operand.References();
}

/// <summary>A function of formulas.</summary>
public enum FormulaFunction
{
    /// <summary>The smallest of its arguments; not available if one of them is not.</summary>
    Min,

    /// <summary>The greatest of its arguments; not available if one of them is not.</summary>
    Max,

    /// <summary>The sum of those of its arguments that are available; not available if none is.</summary>
    Total,

    /// <summary>The first of its arguments that is available.</summary>
    First,
}

/// <summary>A function and its arguments.</summary>
/// <param name="Function">Which one.</param>
/// <param name="Arguments">One at least.</param>
public sealed record FormulaCall(FormulaFunction Function, IReadOnlyList<FormulaNode> Arguments) : FormulaNode
{
    internal override decimal? Evaluate(Func<FormulaReference, decimal?> valueOf)
    {
        var values = Arguments.Select(argument => argument.Evaluate(valueOf)).ToList();
        return Function switch
        {
            FormulaFunction.Min => values.Contains(null) ? null : values.Min(),
            FormulaFunction.Max => values.Contains(null) ? null : values.Max(),
            FormulaFunction.Total => values.Any(value => value is not null) ? values.Sum() : null,
            _ => values.Find(value => value is not null),
        };
    }

    internal override IEnumerable<FormulaReference> References() => Arguments.SelectMany(argument => argument.References());
}
