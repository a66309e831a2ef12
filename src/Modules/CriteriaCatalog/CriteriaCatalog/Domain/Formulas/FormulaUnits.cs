using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Domain.Formulas;

/// <summary>Works out what a formula is measured in, and where its units do not fit.</summary>
/// <param name="indicators">The set's indicators by code; a formula with other codes is not asked about.</param>
internal sealed class FormulaUnits(IReadOnlyDictionary<string, IndicatorDefinition> indicators)
{
    /// <summary>The two units that do not fit each other first; null where all fit.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="expected">What its result is to be measured in.</param>
    internal (MeasureUnit Left, MeasureUnit Right)? Misfit(Formula formula, MeasureUnit expected)
    {
        (MeasureUnit, MeasureUnit)? misfit = null;
        var result = Of(formula.Root, (left, right) => misfit ??= (left, right));
        return misfit ?? (result.Fits(expected) ? null : (result, expected));
    }

    /// <summary>What a part of an indicator is measured in.</summary>
    internal static MeasureUnit Of(IndicatorDefinition indicator, FormulaPart part) =>
        part == FormulaPart.Value || indicator.ValueType == IndicatorValueType.Count ? MeasureUnit.Of(indicator.MeasureUnit) : MeasureUnit.Unknown;

    private MeasureUnit Of(FormulaNode node, Action<MeasureUnit, MeasureUnit> misfit) => node switch
    {
        FormulaNumber => MeasureUnit.Number,
        FormulaValue { Reference: var reference } => Of(indicators[reference.Code], reference.Part),
        FormulaNegation negation => Of(negation.Operand, misfit),
        FormulaCall call => call.Arguments.Select(argument => Of(argument, misfit)).Aggregate((left, right) => Alike(left, right, misfit)),
        FormulaOperation { Operator: FormulaOperator.Multiply } product => Of(product.Left, misfit).Times(Of(product.Right, misfit), 1),
        FormulaOperation { Operator: FormulaOperator.Divide } quotient => Of(quotient.Left, misfit).Times(Of(quotient.Right, misfit), -1),
        FormulaOperation sum => Alike(Of(sum.Left, misfit), Of(sum.Right, misfit), misfit),
        _ => MeasureUnit.Unknown,
    };

    private static MeasureUnit Alike(MeasureUnit left, MeasureUnit right, Action<MeasureUnit, MeasureUnit> misfit)
    {
        if (!left.Fits(right)) misfit(left, right);
        return left.Or(right);
    }
}
