using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

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
        new(new("Nội dung", "Content"), [new("name", FieldInput.LocalLine), new("origin", FieldInput.Choice, Choices.Of<CriteriaSetOrigin>(CatalogWords.Of)), new("source", FieldInput.LocalLines, Optional: true), new("licence", FieldInput.Line, Optional: true)]),
        new(new("Hiệu lực", "Validity"), [new("validFrom", FieldInput.Day), new("validTo", FieldInput.Day, Optional: true)]),
        new(new("Cây tiêu chí", "Tree"), [new("levelNames", FieldInput.LocalList), new("indicatorName", FieldInput.LocalLine)]),
        new(new("Cách đánh giá", "Scoring"), [FactShapes.Scoring], Folds: true),
        new(new("Phân tổ số liệu", "Breakdowns"), [FactShapes.Dimensions], Folds: true),
    ];

    internal static IReadOnlyList<FieldGroup> Node { get; } =
    [
        new(new("Nội dung", "Content"), [new("name", FieldInput.LocalLines), new("confidence", FieldInput.Choice, Choices.Of<Confidence>(CatalogWords.Of), Optional: true)]),
    ];

    /// <summary>The form of an indicator of no set in particular.</summary>
    internal static IReadOnlyList<FieldGroup> Indicator { get; } = OfIndicator([], [], []);

    /// <summary>Every field by its name; one that several forms have is the same in all of them but for its height.</summary>
    internal static IReadOnlyDictionary<string, FieldShape> ByName { get; } = Set.Concat(Node).Concat(Indicator)
        .SelectMany(group => group.Fields).DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>The form of an item of a draft.</summary>
    /// <param name="content">The draft, whose dimensions and grades are what an indicator may choose from.</param>
    /// <param name="kind">What it is; null for the set itself.</param>
    /// <param name="series">The reference series that there are.</param>
    internal static IReadOnlyList<FieldGroup> Of(SetContent content, ItemKind? kind, IReadOnlyList<ReferenceSeriesSummary> series) => kind switch
    {
        null => Set,
        ItemKind.Node => Node,
        _ => OfIndicator(
            [.. content.Dimensions.Select(dimension => (dimension.Code, dimension.Name))],
            [.. (content.Scoring ?? SetScoring.TrackingOnly).Grades.Select(grade => (grade.Code, grade.Name))],
            [.. series.Select(one => (one.Code, one.Name))]),
    };

    /// <summary>The form of an indicator.</summary>
    /// <param name="dimensions">By which its set breaks figures down.</param>
    /// <param name="grades">Into which its set judges.</param>
    /// <param name="series">The reference series that may give its figures.</param>
    private static List<FieldGroup> OfIndicator(
        IReadOnlyList<(string Value, LocalText Words)> dimensions, IReadOnlyList<(string Value, LocalText Words)> grades,
        IReadOnlyList<(string Value, LocalText Words)> series) =>
    [
        new(new("Nội dung", "Content"),
        [
            new("name", FieldInput.LocalLines), new("definition", FieldInput.LocalLines, Optional: true), new("measureUnit", FieldInput.LocalLine),
            new("legalBasis", FieldInput.LocalLines, Optional: true), new("evidenceHint", FieldInput.LocalLines, Optional: true),
            new("predecessor", FieldInput.Line, Optional: true)
            {
                Hint = new("Mã đã công bố mà số liệu nối tiếp; đổi mã thì hệ thống tự ghi", "The published code whose figures run on here; renumbering writes it"),
            },
        ]),
        new(new("Giá trị", "Value"),
        [
            new("valueType", FieldInput.Choice, Choices.Of<IndicatorValueType>(CatalogWords.Of)), new("decimals", FieldInput.Number, Optional: true),
            new("direction", FieldInput.Choice, Choices.Of<Direction>(CatalogWords.Of)), new("numerator", FieldInput.LocalLine, Optional: true),
            new("denominator", FieldInput.LocalLine, Optional: true), new("factor", FieldInput.Number, Optional: true),
            new("levels", FieldInput.CodedList, Optional: true), new("formula", FieldInput.Line, Optional: true),
        ]),
        new(new("Tổng hợp", "Aggregation"),
        [
            new("aggregation", FieldInput.Choice, Choices.Of<AggregationRule>(CatalogWords.Of)), new("ownValue", FieldInput.Choice, Choices.Of<OwnValue>(CatalogWords.Of)),
            new("dataSource", FieldInput.Choice, Choices.Of<IndicatorDataSource>(CatalogWords.Of)),
            new("counting", FieldInput.Choice, Choices.Of<IndicatorCounting>(counting => CatalogWords.Of(counting) ?? new("Đếm sự việc, đồ vật, tiền", "Things"))),
            new("accumulation", FieldInput.Choice, Choices.Of(
                kind => CatalogWords.Of(kind) ?? new("Không cộng qua các kỳ", "Periods stand side by side"), IndicatorAccumulation.Neither)),
            new("entryMode", FieldInput.Choice, Choices.Of<EntryMode>(CatalogWords.Of)), new("frequency", FieldInput.Choice, Choices.Of<IndicatorFrequency>(CatalogWords.Of)),
        ]),
        new(new("Số liệu hệ thống tự điền", "Figures that the system fills in"), [FactShapes.RegistryCount, FactShapes.ReportingCount, .. FactShapes.Series(series)], Folds: true),
        new(CatalogWords.Of(IndicatorFrequency.Custom), [FactShapes.Window], Folds: true),
        new(new("Báo cáo và chỉ tiêu", "Reporting and target"),
        [
            new("reporterTypes", FieldInput.Choices, CatalogWords.AllUnitTypes), new("sourceNote", FieldInput.LocalLines, Optional: true),
            new("disaggregations", FieldInput.Choices, dimensions, Optional: true)
            {
                Hint = dimensions.Count > 0 ? null : new("Bộ chưa có chiều phân tổ; thêm ở phần thông tin chung của bộ", "The set has no dimensions yet; add them to the set itself"),
            },
            new("target", FieldInput.Number, Optional: true) { Hint = new("Cho mọi đơn vị, mọi lúc", "For every unit, at any time") },
            new("confidence", FieldInput.Choice, Choices.Of<Confidence>(CatalogWords.Of), Optional: true), new("references", FieldInput.Texts, Optional: true),
        ]),
        new(new("Chỉ tiêu riêng, số gốc, điểm", "Further targets, baseline, points"), [FactShapes.Targets(grades), FactShapes.Baseline, FactShapes.Points], Folds: true),
        new(new("Kiểm tra số liệu và minh chứng", "Checks and evidence"), [FactShapes.Rules, FactShapes.Evidence], Folds: true),
        new(new("Cơ quan phụ trách", "Agencies"), [FactShapes.LeadAgency, FactShapes.CooperatingAgencies], Folds: true),
    ];
}
