using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Domain.Formulas;

namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>
/// Formulas of links. Sources are named by set and code, <c>[hcmc-education-demo/I13] * 2</c>, because two sets may use the same code.
/// </summary>
internal static class CrosswalkFormula
{
    private const string Field = "formula";

    /// <summary>How a formula names an indicator.</summary>
    internal static string KeyOf(CrosswalkSource source) => $"{source.SetCode}/{source.Code}";

    /// <summary>The formula of a link, read; null for a link that has none.</summary>
    internal static Formula? Of(Crosswalk crosswalk) => crosswalk.Formula is { } text ? FormulaParser.Read(text, Field).Value : null;

    /// <summary>What keeps a formula from answering its target: words, sources, units of measure.</summary>
    /// <param name="kind">Kind of the link.</param>
    /// <param name="text">The formula.</param>
    /// <param name="target">What is answered.</param>
    /// <param name="sources">The sources, by the names that formulas use.</param>
    internal static IReadOnlyList<Failure> Problems(
        CrosswalkKind kind, string? text, Indicator target, IReadOnlyDictionary<string, Indicator> sources)
    {
        if (kind != CrosswalkKind.Formula) return text is null ? [] : [CrosswalkFailures.FormulaUnfit.On(Field)];
        if (string.IsNullOrWhiteSpace(text)) return [CrosswalkFailures.FormulaUnfit.On(Field)];

        // A formula gives a number. A share needs numerator and denominator, or it could not be rolled up.
        if (target.ValueType is not (IndicatorValueType.Count or IndicatorValueType.Amount)) return [CrosswalkFailures.FormulaTarget.On("target")];
        var read = FormulaParser.Read(text, Field);
        if (!read.Succeeded) return read.Failures;
        var problems = new List<Failure>();
        var references = read.Value.References.ToList();
        foreach (var reference in references) Check(reference, sources, problems);
        foreach (var unused in sources.Keys.Except(references.Select(reference => reference.Code), StringComparer.Ordinal))
            problems.Add(CrosswalkFailures.FormulaLeavesOut.On(Field, unused));
        if (problems.Count > 0) return problems;
        var definitions = sources.ToDictionary(source => source.Key, source => Definition(source.Key, source.Value), StringComparer.Ordinal);
        return new FormulaUnits(definitions).Misfit(read.Value, FormulaUnits.Of(Definition(target.Code, target), FormulaPart.Value)) is { } misfit
            ? [FormulaFailures.FormulaUnitsUnfit.On(Field, misfit.Left.Text, misfit.Right.Text)]
            : [];
    }

    private static void Check(FormulaReference reference, IReadOnlyDictionary<string, Indicator> sources, List<Failure> problems)
    {
        if (!sources.TryGetValue(reference.Code, out var source))
        {
            problems.Add(CrosswalkFailures.FormulaNamesOther.On(Field, reference.Code));
            return;
        }

        var definition = Definition(reference.Code, source);
        if (!definition.IsNumber) problems.Add(FormulaFailures.FormulaValueUnfit.On(Field, reference.Code));
        else if (reference.Part != FormulaPart.Value && (!definition.IsFraction || source.IsComputed))
            problems.Add(FormulaFailures.FormulaPartUnfit.On(Field, reference.Code));
    }

    /// <summary>What the rules of formulas look at.</summary>
    private static IndicatorDefinition Definition(string code, Indicator indicator) => new()
    {
        Code = code,
        Name = indicator.Name,
        ValueType = indicator.ValueType,
        MeasureUnit = indicator.MeasureUnit,
        Aggregation = indicator.Aggregation,
    };
}
