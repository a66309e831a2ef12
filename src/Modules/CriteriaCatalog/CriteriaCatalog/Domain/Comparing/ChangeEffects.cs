using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>What a change touches, as far as the set itself knows.</summary>
/// <param name="Indicators">Indicators that stand in the node, or in the set.</param>
/// <param name="UnitTypes">Types of units that report what was changed.</param>
/// <param name="Targets">Targets that are set for it.</param>
/// <param name="Formulas">Formulas of other indicators that name it.</param>
internal readonly record struct ChangeEffect(int Indicators, int UnitTypes, int Targets, int Formulas);

/// <summary>Says what changes between two versions touch.</summary>
internal sealed class ChangeEffects(SetContent before, SetContent after)
{
    private readonly Side _before = new(before);
    private readonly Side _after = new(after);

    /// <summary>What a change touches: of what was removed in the earlier version, else in the later.</summary>
    internal ChangeEffect Of(ItemChange change)
    {
        var side = change.Change == ChangeKind.Removed ? _before : _after;
        return change.Kind switch
        {
            ComparedKind.Set => new(side.Indicators.Count, 0, 0, 0),
            ComparedKind.Node => new(side.CountBelow(change.Code), 0, 0, 0),
            _ => side.Effect(change.Code),
        };
    }

    private sealed class Side(SetContent content)
    {
        private readonly DraftDocument _document = new(content);

        internal List<PlacedItem> Indicators { get; } = [.. new DraftDocument(content).Items().Where(item => item.Kind == ItemKind.Indicator)];

        internal int CountBelow(string nodeCode) => Indicators.Count(item => _document.StandsIn(item.ParentCode!, nodeCode));

        internal ChangeEffect Effect(string code)
        {
            var value = Indicators.Find(item => DraftDocument.CodeOf(item.Value) == code)?.Value;
            if (value is null) return default;
            var named = new Regex($@"(?<![A-Za-z0-9._-]){Regex.Escape(code)}(?![A-Za-z0-9_-])");
            var formulas = Indicators.SelectMany(item => Formulas(item.Value)).Count(formula => named.IsMatch(formula));
            var targets = (value["target"] is null ? 0 : 1) + (value["targets"] is JsonArray dated ? dated.Count : 0);
            return new(0, value["reporterTypes"] is JsonArray types ? types.Count : 0, targets, formulas);
        }

        private static IEnumerable<string> Formulas(JsonObject indicator)
        {
            if (DraftDocument.TextOf(indicator, "formula") is { } own) yield return own;
            foreach (var rule in indicator["rules"] as JsonArray ?? [])
            {
                if (rule is JsonObject parts && DraftDocument.TextOf(parts, "formula") is { } formula) yield return formula;
            }
        }
    }
}
