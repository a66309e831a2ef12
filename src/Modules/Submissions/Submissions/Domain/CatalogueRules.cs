using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// The rules that the catalogue sets for values. A hard range is judged when a cell is saved; a hard relation when the sheet is handed in,
/// because until then the other value may still be on its way. Soft ones ask for a reason and refuse nothing.
/// </summary>
internal static class CatalogueRules
{
    /// <summary>The refusal of a value outside a hard range; null where it is inside.</summary>
    internal static Failure? OutsideRange(Indicator indicator, in CellEntry entry)
    {
        var cell = entry.At(0, "", default);
        foreach (var rule in indicator.Rules)
        {
            if (rule is { Kind: RuleKind.Range, Severity: RuleSeverity.Hard } && rule.IsBrokenBy(Figure(indicator, cell, rule.Part), null, _ => null))
                return CellFailures.BreaksRule.On(FieldOf(indicator, rule.Part), indicator.Name, rule.Message ?? Usual(rule));
        }

        return null;
    }

    /// <summary>The refusals of hard relations that a sheet breaks, each naming its indicator's code.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="cell">What the sheet says for it.</param>
    /// <param name="valueOf">What the sheet says for others.</param>
    internal static IEnumerable<Failure> BrokenRelations(Indicator indicator, PackedCell cell, Func<FormulaReference, decimal?> valueOf) =>
        from rule in indicator.Rules
        where rule is { Kind: RuleKind.Relation, Severity: RuleSeverity.Hard }
            && rule.IsBrokenBy(Figure(indicator, cell, rule.Part), null, valueOf)
        select CellFailures.BreaksRule.On(indicator.Code, indicator.Name, rule.Message ?? Usual(rule));

    /// <summary>What the soft ranges and relations ask about a figure.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="cell">What the sheet says for it.</param>
    /// <param name="valueOf">What the sheet says for others.</param>
    internal static IEnumerable<Failure> Questions(Indicator indicator, PackedCell cell, Func<FormulaReference, decimal?> valueOf) =>
        from rule in indicator.Rules
        where rule is { Severity: RuleSeverity.Soft, Kind: RuleKind.Range or RuleKind.Relation }
            && rule.IsBrokenBy(Figure(indicator, cell, rule.Part), null, valueOf)
        select CellFailures.AsksReason.On(indicator.Code, indicator.Name, rule.Message ?? Usual(rule));

    /// <summary>The part of a value that a rule or a formula is about; null where there is none.</summary>
    internal static decimal? Figure(Indicator indicator, in PackedCell cell, FormulaPart part) => cell.State != CellState.Reported
        ? null
        : (part, indicator.ValueType) switch
        {
            (FormulaPart.Numerator, _) => cell.Numerator,
            (FormulaPart.Denominator, _) => cell.Denominator,
            (_, IndicatorValueType.Percent or IndicatorValueType.Ratio) => cell.Denominator is { } denominator and > 0 && cell.Numerator is { } numerator
                ? Scaled(numerator, denominator, indicator.Factor)
                : null,
            (_, IndicatorValueType.Count or IndicatorValueType.Amount) => cell.Number,
            _ => null,
        };

    // Divided first where the product would leave the range of a decimal.
    private static decimal Scaled(decimal numerator, decimal denominator, decimal factor) =>
        numerator < decimal.MaxValue / factor ? numerator * factor / denominator : numerator / denominator * factor;

    private static string FieldOf(Indicator indicator, FormulaPart part) =>
        part == FormulaPart.Denominator ? "denominator"
        : indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio ? "numerator"
        : "value";

    private static LocalText Usual(ValidationRule rule) => rule switch
    {
        { Kind: RuleKind.Relation, Formula: { } formula } => new(
            $"số này chưa khớp với {formula.Text} theo quy tắc của bộ tiêu chí", $"it does not agree with {formula.Text}, as the criteria set asks"),
        { Minimum: { } least, Maximum: { } most } => new($"số này cần từ {least} đến {most}", $"it must lie between {least} and {most}"),
        { Minimum: { } least } => new($"số này cần từ {least} trở lên", $"it must be {least} or more"),
        _ => new($"số này cần không quá {rule.Maximum}", $"it must be {rule.Maximum} or less"),
    };
}
