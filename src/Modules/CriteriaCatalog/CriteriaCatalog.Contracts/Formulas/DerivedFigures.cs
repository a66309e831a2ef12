namespace LearningCity.CriteriaCatalog.Contracts.Formulas;

/// <summary>
/// Figures of one unit, or of one total, with the derived indicators worked out: each from reported, counted and other derived
/// figures of the same place. A derived figure is never rolled up; it is worked out anew from what was.
/// </summary>
/// <param name="set">The published version; publishing made sure that its formulas name only its own indicators, without a cycle.</param>
/// <param name="figureOf">A figure of an indicator without a formula; null where it is not available.</param>
public sealed class DerivedFigures(CriteriaSetVersion set, Func<FormulaReference, decimal?> figureOf)
{
    private readonly Dictionary<string, Formula> _formulas = set.Indicators
        .Where(indicator => indicator.Formula is not null)
        .ToDictionary(indicator => indicator.Code, indicator => indicator.Formula!, StringComparer.Ordinal);

    private readonly Dictionary<string, decimal?> _known = new(StringComparer.Ordinal);

    /// <summary>The value of an indicator; null where it is not available.</summary>
    /// <param name="code">Code of the indicator.</param>
    public decimal? ValueOf(string code) => ValueOf(new FormulaReference(code, FormulaPart.Value));

    private decimal? ValueOf(FormulaReference reference)
    {
        if (!_formulas.TryGetValue(reference.Code, out var formula)) return figureOf(reference);
        if (reference.Part != FormulaPart.Value) return null;
        if (_known.TryGetValue(reference.Code, out var known)) return known;
        return _known[reference.Code] = formula.Evaluate(ValueOf);
    }
}
