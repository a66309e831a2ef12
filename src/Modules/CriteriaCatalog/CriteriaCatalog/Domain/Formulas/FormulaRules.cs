using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Domain.Formulas;

/// <summary>What the formulas of a version must keep to be published: codes that exist, units that fit, and no circle.</summary>
internal sealed class FormulaRules
{
    // Bounds how deep working out a derived figure can nest.
    private const int LongestChain = 10;

    private readonly Dictionary<string, IndicatorDefinition> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Formula Formula, string Path)> _derived = new(StringComparer.Ordinal);
    private readonly FormulaUnits _units;
    private readonly List<Failure> _problems;

    private FormulaRules(SetContent content, List<Failure> problems)
    {
        _problems = problems;
        _units = new FormulaUnits(_indicators);
        foreach (var placed in content.PlacedIndicators()) _indicators.TryAdd(placed.Indicator.Code, placed.Indicator);
    }

    internal static void Check(SetContent content, List<Failure> problems)
    {
        var rules = new FormulaRules(content, problems);
        foreach (var placed in content.PlacedIndicators())
        {
            rules.CheckDerived(placed);
            for (var i = 0; i < placed.Indicator.Rules.Count; i++)
                rules.CheckRelation(placed.Indicator, placed.Indicator.Rules[i], $"{placed.Path}.rules[{i}].formula");
        }

        rules.CheckCircles();
    }

    private void CheckDerived(PlacedIndicator placed)
    {
        if (placed.Indicator.Formula is not { } text) return;
        var path = placed.Path + ".formula";
        if (Read(text, path) is not { } formula) return;
        _derived.TryAdd(placed.Indicator.Code, (formula, path));
        CheckUnits(formula, placed.Indicator, FormulaPart.Value, path);
    }

    private void CheckRelation(IndicatorDefinition indicator, RuleDefinition rule, string path)
    {
        if (rule.Formula is { } text && Read(text, path) is { } formula) CheckUnits(formula, indicator, rule.Part, path);
    }

    private void CheckUnits(Formula formula, IndicatorDefinition indicator, FormulaPart part, string path)
    {
        if (_units.Misfit(formula, FormulaUnits.Of(indicator, part)) is { } misfit)
            _problems.Add(FormulaFailures.FormulaUnitsUnfit.On(path, misfit.Left.Text, misfit.Right.Text));
    }

    /// <summary>The formula, if it can be read and everything that it names is there; otherwise its problems are noted.</summary>
    private Formula? Read(string text, string path)
    {
        var read = FormulaParser.Read(text, path);
        if (!read.Succeeded)
        {
            _problems.AddRange(read.Failures);
            return null;
        }

        var before = _problems.Count;
        if (!read.Value.References.Any()) _problems.Add(FormulaFailures.FormulaNamesNothing.On(path));
        foreach (var reference in read.Value.References) CheckReference(reference, path);
        return _problems.Count == before ? read.Value : null;
    }

    private void CheckReference(FormulaReference reference, string path)
    {
        if (!_indicators.TryGetValue(reference.Code, out var indicator))
            _problems.Add(FormulaFailures.FormulaCodeUnknown.On(path, reference.Code));
        else if (!indicator.IsNumber)
            _problems.Add(FormulaFailures.FormulaValueUnfit.On(path, reference.Code));
        else if (reference.Part != FormulaPart.Value && (!indicator.IsFraction || indicator.IsComputed))
            _problems.Add(FormulaFailures.FormulaPartUnfit.On(path, reference.Code));
    }

    private void CheckCircles()
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in _derived.Keys) Follow(code, [], depths);
    }

    /// <summary>How many formulas stand on each other from this one down.</summary>
    private int Follow(string code, List<string> way, Dictionary<string, int> depths)
    {
        if (!_derived.TryGetValue(code, out var derived)) return 0;
        if (depths.TryGetValue(code, out var known)) return known;
        if (way.IndexOf(code) is var start and >= 0)
        {
            _problems.Add(FormulaFailures.FormulaCycle.On(derived.Path, string.Join(" → ", way.Skip(start).Append(code))));
            return 0;
        }

        way.Add(code);
        var depth = 1 + derived.Formula.References.Max(reference => Follow(reference.Code, way, depths));
        way.RemoveAt(way.Count - 1);
        if (depth == LongestChain + 1) _problems.Add(FormulaFailures.FormulaChainTooLong.On(derived.Path, LongestChain));
        return depths[code] = depth;
    }
}
