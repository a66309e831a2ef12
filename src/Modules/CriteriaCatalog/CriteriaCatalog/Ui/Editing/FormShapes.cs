using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>
/// The forms of the editor, field by field. A field of the pack that no form names is still shown and edited, as the pack writes it,
/// under "other fields": nothing that a pack says is lost by editing it here.
/// </summary>
internal static class FormShapes
{
    /// <summary>Under this name a form sends the fields that it has no inputs for.</summary>
    internal const string Other = "other";

    internal static IReadOnlyList<FieldGroup> Set { get; } =
    [
        new(new("Nội dung", "Content"), [new("name", FieldInput.LocalLine), new("origin", FieldInput.Choice, Words<CriteriaSetOrigin>(CatalogWords.Of)), new("source", FieldInput.LocalLines, Optional: true), new("licence", FieldInput.Line, Optional: true)]),
        new(new("Hiệu lực", "Validity"), [new("validFrom", FieldInput.Day), new("validTo", FieldInput.Day, Optional: true)]),
        new(new("Cây tiêu chí", "Tree"), [new("levelNames", FieldInput.LocalList), new("indicatorName", FieldInput.LocalLine)]),
    ];

    internal static IReadOnlyList<FieldGroup> Node { get; } =
    [
        new(new("Nội dung", "Content"), [new("name", FieldInput.LocalLines), new("confidence", FieldInput.Choice, Words<Confidence>(CatalogWords.Of), Optional: true)]),
    ];

    internal static IReadOnlyList<FieldGroup> Indicator { get; } =
    [
        new(new("Nội dung", "Content"),
        [
            new("name", FieldInput.LocalLines), new("definition", FieldInput.LocalLines, Optional: true), new("measureUnit", FieldInput.LocalLine),
            new("legalBasis", FieldInput.LocalLines, Optional: true), new("evidenceHint", FieldInput.LocalLines, Optional: true),
        ]),
        new(new("Giá trị", "Value"),
        [
            new("valueType", FieldInput.Choice, Words<IndicatorValueType>(CatalogWords.Of)), new("decimals", FieldInput.Number, Optional: true),
            new("direction", FieldInput.Choice, Words<Direction>(CatalogWords.Of)), new("numerator", FieldInput.LocalLine, Optional: true),
            new("denominator", FieldInput.LocalLine, Optional: true), new("factor", FieldInput.Number, Optional: true),
            new("levels", FieldInput.CodedList, Optional: true), new("formula", FieldInput.Line, Optional: true),
        ]),
        new(new("Tổng hợp", "Aggregation"),
        [
            new("aggregation", FieldInput.Choice, Words<AggregationRule>(CatalogWords.Of)), new("ownValue", FieldInput.Choice, Words<OwnValue>(CatalogWords.Of)),
            new("dataSource", FieldInput.Choice, Words<IndicatorDataSource>(CatalogWords.Of)),
            new("counting", FieldInput.Choice, Words<IndicatorCounting>(counting => CatalogWords.Of(counting) ?? new("Đếm sự việc, đồ vật, tiền", "Things"))),
            new("accumulation", FieldInput.Choice, Words(
                kind => CatalogWords.Of(kind) ?? new("Không cộng qua các kỳ", "Periods stand side by side"), IndicatorAccumulation.Neither)),
            new("entryMode", FieldInput.Choice, Words<EntryMode>(CatalogWords.Of)), new("frequency", FieldInput.Choice, Words<IndicatorFrequency>(CatalogWords.Of)),
        ]),
        new(new("Báo cáo và chỉ tiêu", "Reporting and target"),
        [
            new("reporterTypes", FieldInput.Choices, CatalogWords.AllUnitTypes), new("sourceNote", FieldInput.LocalLines, Optional: true),
            new("disaggregations", FieldInput.Texts, Optional: true), new("target", FieldInput.Number, Optional: true),
            new("confidence", FieldInput.Choice, Words<Confidence>(CatalogWords.Of), Optional: true), new("references", FieldInput.Texts, Optional: true),
        ]),
    ];

    internal static IReadOnlyList<FieldGroup> Of(ItemKey item) => item.IsSet ? Set : item.ItemKind == Domain.Editing.ItemKind.Node ? Node : Indicator;

    private static List<(string Value, LocalText Words)> Words<TEnum>(Func<TEnum, LocalText> words, TEnum usual = default)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().OrderBy(value => value.Equals(usual) ? 0 : 1).Select(value => (SnakeCase.Of(value), words(value)))];
}
