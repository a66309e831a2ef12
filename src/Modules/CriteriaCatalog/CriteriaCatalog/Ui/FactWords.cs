using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What the pages of the catalogue call the facts of an indicator.</summary>
internal static class FactWords
{
    internal static LocalText Of(IndicatorFrequency frequency, ReferenceWindow? window) => frequency switch
    {
        IndicatorFrequency.HalfYear => new("6 tháng một lần", "Every half-year"),
        IndicatorFrequency.CalendarYear => new("Mỗi năm, số liệu 01/01-31/12", "Every year, 1 January to 31 December"),
        IndicatorFrequency.SchoolYear => new("Mỗi năm học, số liệu 01/09-31/05", "Every school year, 1 September to 31 May"),
        IndicatorFrequency.TwoYears => new("Hai năm một lần", "Every second year"),
        IndicatorFrequency.Custom when window is not null => new(
            $"Mỗi {window.EveryMonths} tháng, số liệu {window.Months} tháng từ ngày {window.StartDay:00}/{window.StartMonth:00}",
            $"Every {window.EveryMonths} months, for {window.Months} months from {window.StartDay:00}/{window.StartMonth:00}"),
        _ => new("Mỗi kỳ báo cáo", "Every period"),
    };

    internal static LocalText Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Decision => new("Quyết định", "Decision"),
        EvidenceKind.Plan => new("Kế hoạch", "Plan"),
        EvidenceKind.Report => new("Báo cáo, biên bản", "Report or minutes"),
        EvidenceKind.Statistics => new("Biểu thống kê, sổ theo dõi", "Statistics or register"),
        EvidenceKind.Photo => new("Hình ảnh", "Photograph"),
        EvidenceKind.Link => new("Đường dẫn", "Link"),
        _ => new("Minh chứng khác", "Other evidence"),
    };

    internal static LocalText Of(RegistryMeasure measure) => measure switch
    {
        RegistryMeasure.Units => new("Số đơn vị", "Units"),
        RegistryMeasure.UnitsWithCommittee => new("Đơn vị có ban chỉ đạo", "Units with a steering committee"),
        _ => new("Đơn vị được công nhận danh hiệu", "Units with the title"),
    };

    internal static LocalText Of(ReportingMeasure measure) => measure switch
    {
        ReportingMeasure.Submitted => new("Báo cáo đã gửi", "Reports submitted"),
        ReportingMeasure.OnTime => new("Báo cáo gửi đúng hạn", "Reports submitted on time"),
        _ => new("Báo cáo đã duyệt", "Reports approved"),
    };

    internal static LocalText Of(ScoringMode mode) => mode switch
    {
        ScoringMode.Points => new("Chấm điểm", "Points"),
        ScoringMode.AllTargetsMet => new("Đạt mức khi đạt mọi chỉ tiêu của mức", "A level is reached when all its targets are met"),
        ScoringMode.RatingPerCriterion => new("Xếp loại từng tiêu chí, không cộng tổng", "Each criterion is rated, without a total"),
        _ => new("Theo dõi theo chỉ tiêu, không chấm", "Followed against targets, not scored"),
    };

    internal static LocalText Of(RuleKind kind) => kind switch
    {
        RuleKind.Range => new("Khoảng giá trị", "Range"),
        RuleKind.Relation => new("Quan hệ với chỉ số khác", "Relation to other indicators"),
        _ => new("Biến động so với kỳ trước", "Change since the last period"),
    };

    internal static LocalText Of(RuleSeverity severity) => severity == RuleSeverity.Hard
        ? new("Từ chối", "Refused")
        : new("Hỏi lý do", "A reason is asked");

    /// <summary>The part of a value, where it is not the whole; null where it is.</summary>
    internal static LocalText? Of(FormulaPart part) => part switch
    {
        FormulaPart.Numerator => new("tử số", "numerator"),
        FormulaPart.Denominator => new("mẫu số", "denominator"),
        _ => null,
    };

    internal static LocalText Of(Comparison comparison) => comparison switch
    {
        Comparison.Less => new("< nhỏ hơn", "< less than"),
        Comparison.AtMost => new("≤ không lớn hơn", "≤ at most"),
        Comparison.Equal => new("= bằng", "= equal to"),
        Comparison.AtLeast => new("≥ không nhỏ hơn", "≥ at least"),
        _ => new("> lớn hơn", "> greater than"),
    };

    internal static string Sign(Comparison? comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "≤",
        Comparison.Equal => "=",
        Comparison.AtLeast => "≥",
        _ => ">",
    };
}
