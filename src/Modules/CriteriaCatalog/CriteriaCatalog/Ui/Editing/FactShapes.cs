using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>Fields of the editor's forms that have parts: what an indicator aims at, what is checked of it, how a set judges.</summary>
internal static class FactShapes
{
    internal static FieldShape Window { get; } = new("window", FieldInput.Parts, Optional: true)
    {
        Hint = new(
            "Chỉ dùng khi tần suất là Kỳ số liệu riêng: kỳ bắt đầu ngày nào, dài bao lâu, bao lâu lặp lại",
            "Only where the frequency is Windows of its own: the day they start, how long they last, how often they come"),
        Parts = [new("startDay", FieldInput.Number), new("startMonth", FieldInput.Number), new("months", FieldInput.Number), new("everyMonths", FieldInput.Number)],
    };

    internal static FieldShape Baseline { get; } = new("baseline", FieldInput.Parts, Optional: true)
    {
        Hint = new("Số liệu khi chương trình bắt đầu, theo đơn vị tính của chỉ số", "Where it stood when the programme began, in the indicator's unit"),
        Parts = [new("value", FieldInput.Number), new("on", FieldInput.Day)],
    };

    internal static FieldShape Points { get; } = new("points", FieldInput.Rows, Optional: true)
    {
        Hint = new("Dùng khi bộ chấm điểm; các bậc xếp từ kém đến tốt", "Where the set gives points; steps from worse to better"),
        Parts = [new("from", FieldInput.Number), new("points", FieldInput.Number)],
    };

    internal static FieldShape Rules { get; } = new("rules", FieldInput.Rows, Optional: true)
    {
        Hint = new(
            "Quy tắc từ chối không nhận số liệu sai; quy tắc hỏi lý do nhận số liệu kèm giải trình",
            "A rule that refuses does not take a wrong value; one that asks takes it with a reason"),
        Parts =
        [
            new("kind", FieldInput.Choice, [("", new("Chọn loại", "Choose a kind")), .. Choices.Of<RuleKind>(FactWords.Of)]),
            new("severity", FieldInput.Choice, Choices.Of(FactWords.Of, RuleSeverity.Soft)),
            new("part", FieldInput.Choice, Choices.Of<FormulaPart>(part => FactWords.Of(part) ?? new("giá trị", "value"))),
            new("minimum", FieldInput.Number, Optional: true) { For = SnakeCase.Of(RuleKind.Range) },
            new("maximum", FieldInput.Number, Optional: true) { For = SnakeCase.Of(RuleKind.Range) },
            new("comparison", FieldInput.Choice, Choices.Of<Comparison>(FactWords.Of), Optional: true) { For = SnakeCase.Of(RuleKind.Relation) },
            new("formula", FieldInput.Line, Optional: true) { For = SnakeCase.Of(RuleKind.Relation) },
            new("percent", FieldInput.Number, Optional: true) { For = SnakeCase.Of(RuleKind.Change) },
            new("message", FieldInput.LocalLine, Optional: true),
        ],
    };

    internal static FieldShape Evidence { get; } = new("evidence", FieldInput.Rows, Optional: true)
    {
        Hint = new("Tên cần có khi chọn Minh chứng khác", "Other evidence needs a name"),
        Parts =
        [
            new("kind", FieldInput.Choice, [("", new("Chọn loại", "Choose a kind")), .. Choices.Of<EvidenceKind>(FactWords.Of)]),
            new("mandatory", FieldInput.Switch, Optional: true),
            new("name", FieldInput.LocalLine, Optional: true),
        ],
    };

    internal static FieldShape LeadAgency { get; } = new("leadAgency", FieldInput.Parts, Optional: true) { Hint = WhichAgency, Parts = Agency };

    internal static FieldShape CooperatingAgencies { get; } = new("cooperatingAgencies", FieldInput.Rows, Optional: true) { Hint = WhichAgency, Parts = Agency };

    internal static FieldShape Dimensions { get; } = new("dimensions", FieldInput.Rows, Optional: true)
    {
        Hint = new("Mỗi chiều có các nhóm của nó, ví dụ giới tính: nam, nữ", "Each has its categories, such as sex: male, female"),
        Parts = [new("code", FieldInput.Line), new("name", FieldInput.LocalLine), new("categories", FieldInput.CodedList)],
    };

    internal static FieldShape Scoring { get; } = new("scoring", FieldInput.Parts, Optional: true)
    {
        Parts =
        [
            new("mode", FieldInput.Choice, Choices.Of<ScoringMode>(FactWords.Of)),
            new("grades", FieldInput.Rows, Optional: true)
            {
                Hint = new("Xếp từ thấp đến cao; ngưỡng chỉ dùng cho cách chấm điểm", "Worst first; thresholds belong to a points scoring only"),
                Parts = [new("code", FieldInput.Line), new("atLeast", FieldInput.Number, Optional: true), new("name", FieldInput.LocalLine)],
            },
        ],
    };

    internal static FieldShape RegistryCount { get; } = new("registryCount", FieldInput.Parts, Optional: true)
    {
        Hint = new("Số đơn vị, hoặc tỷ lệ của chúng, lấy thẳng từ danh bạ", "How many units, or which share of them, straight from the registry"),
        Parts =
        [
            new("measure", FieldInput.Choice, [("", new("Không đếm", "Not counted")), .. Choices.Of<RegistryMeasure>(FactWords.Of)]),
            new("title", FieldInput.Line, Optional: true) { For = SnakeCase.Of(RegistryMeasure.Recognitions) },
            new("level", FieldInput.Line, Optional: true) { For = SnakeCase.Of(RegistryMeasure.Recognitions) },
            new("unitTypes", FieldInput.Choices, CatalogWords.AllUnitTypes) { For = FieldShape.AnyChoice },
        ],
    };

    internal static FieldShape ReportingCount { get; } = new("reportingCount", FieldInput.Parts, Optional: true)
    {
        Hint = new("Số báo cáo, hoặc tỷ lệ trên số phải gửi", "How many reports, or which share of those that were due"),
        Parts =
        [
            new("measure", FieldInput.Choice, [("", new("Không đếm", "Not counted")), .. Choices.Of<ReportingMeasure>(FactWords.Of)]),
            new("unitTypes", FieldInput.Choices, CatalogWords.AllUnitTypes) { For = FieldShape.AnyChoice },
        ],
    };

    private static LocalText WhichAgency => new("Chọn loại đơn vị, hoặc ghi mã của một đơn vị", "Choose a type of units, or give the code of one unit");

    private static IReadOnlyList<FieldShape> Agency => [new("unitType", FieldInput.Choice, CatalogWords.AllUnitTypes, Optional: true), new("unit", FieldInput.Line, Optional: true)];

    /// <summary>The figures that a reference series gives: the value of a count or an amount, numerator and denominator of a percent or ratio.</summary>
    /// <param name="series">The series that there are.</param>
    internal static IReadOnlyList<FieldShape> Series(IReadOnlyList<(string Value, LocalText Words)> series)
    {
        return [Figure("valueSeries"), Figure("numeratorSeries"), Figure("denominatorSeries")];

        FieldShape Figure(string name) => new(name, FieldInput.Parts, Optional: true)
        {
            Hint = series.Count > 0 ? null : new("Chưa có dãy số tham chiếu nào", "There is no reference series yet"),
            Parts =
            [
                new("series", FieldInput.Choice, series, Optional: true),
                new("ageGroup", FieldInput.Line, Optional: true)
                {
                    For = FieldShape.AnyChoice,
                    Hint = new("Ví dụ 15-60 hoặc 65+; để trống là mọi tuổi", "Such as 15-60 or 65+; empty stands for all ages"),
                },
                new("sex", FieldInput.Choice, Choices.Of<PopulationSex>(SeriesWords.Of)) { For = FieldShape.AnyChoice },
            ],
        };
    }

    /// <summary>Targets beyond the plain one.</summary>
    /// <param name="grades">The set's grades, which a target may belong to.</param>
    internal static FieldShape Targets(IReadOnlyList<(string Value, LocalText Words)> grades) => new("targets", FieldInput.Rows, Optional: true)
    {
        Hint = new(
            "Chỉ giá trị là bắt buộc. Ghi năm hoặc kỳ, loại đơn vị hoặc một đơn vị; để trống là mọi lúc, mọi đơn vị",
            "Only the value is needed. Give a year or a period, a type of units or one unit; empty stands for any time, every unit"),
        Parts =
        [
            new("value", FieldInput.Number),
            new("year", FieldInput.Number, Optional: true),
            new("period", FieldInput.Line, Optional: true),
            new("unitType", FieldInput.Choice, CatalogWords.AllUnitTypes, Optional: true),
            new("unit", FieldInput.Line, Optional: true),
            new("level", FieldInput.Choice, grades, Optional: true),
        ],
    };
}
