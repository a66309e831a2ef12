using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>What a change touches.</summary>
/// <param name="Indicators">Indicators that stand in the node, or in the set.</param>
/// <param name="Units">Units that are asked for what was changed, for any of it; null where the set is assigned to nobody.</param>
/// <param name="UnitTypes">Types of units that report what was changed.</param>
/// <param name="Targets">Targets that are set for it.</param>
/// <param name="Formulas">Formulas of other indicators that name it.</param>
internal readonly record struct ChangeEffect(int Indicators, int? Units, int UnitTypes, int Targets, int Formulas);

/// <summary>Says what changes between two versions touch.</summary>
/// <param name="before">The earlier version, and who would be asked for it.</param>
/// <param name="after">The later version, and who would be asked for it.</param>
internal sealed class ChangeEffects((SetContent Content, IReadOnlyList<ReportingUnits> Units) before, (SetContent Content, IReadOnlyList<ReportingUnits> Units) after)
{
    private readonly Side _before = new(before.Content, before.Units);
    private readonly Side _after = new(after.Content, after.Units);

    /// <summary>What a change touches: of what was removed in the earlier version, else in the later.</summary>
    internal ChangeEffect Of(ItemChange change)
    {
        var side = change.Change == ChangeKind.Removed ? _before : _after;
        return change.Kind switch
        {
            ComparedKind.Set => side.Together([.. side.Indicators]),
            ComparedKind.Node => side.Together(side.Below(change.Code)),
            _ => side.Effect(change.Code),
        };
    }

    private sealed class Side(SetContent content, IReadOnlyList<ReportingUnits> units)
    {
        private readonly DraftDocument _document = new(content);

        internal List<PlacedItem> Indicators { get; } = [.. new DraftDocument(content).Items().Where(item => item.Kind == ItemKind.Indicator)];

        internal List<PlacedItem> Below(string nodeCode) => [.. Indicators.Where(item => _document.StandsIn(item.ParentCode!, nodeCode))];

        internal ChangeEffect Together(List<PlacedItem> indicators) =>
            new(indicators.Count, UnitsOf(indicators.Select(item => DraftDocument.CodeOf(item.Value)!)), 0, 0, 0);

        internal ChangeEffect Effect(string code)
        {
            var value = Indicators.Find(item => DraftDocument.CodeOf(item.Value) == code)?.Value;
            if (value is null) return default;
            var named = new Regex($@"(?<![A-Za-z0-9._-]){Regex.Escape(code)}(?![A-Za-z0-9_-])");
            var formulas = Indicators.SelectMany(item => Formulas(item.Value)).Count(formula => named.IsMatch(formula));
            var targets = (value["target"] is null ? 0 : 1) + (value["targets"] is JsonArray dated ? dated.Count : 0);
            return new(0, UnitsOf([code]), value["reporterTypes"] is JsonArray types ? types.Count : 0, targets, formulas);
        }

        private int? UnitsOf(IEnumerable<string> codes)
        {
            if (units.Count == 0) return null;
            var wanted = codes.ToHashSet(StringComparer.Ordinal);
            return units.Where(group => wanted.Overlaps(group.IndicatorCodes)).Sum(group => group.Units);
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
