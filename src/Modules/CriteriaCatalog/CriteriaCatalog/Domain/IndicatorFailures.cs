using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What is refused of an indicator and of the set's dimensions and scoring, at publishing.</summary>
internal static class IndicatorFailures
{
    internal static readonly FailureDefinition OneSourceOnly = new(
        "criteria_catalog.one_source_only", FailureKind.Invalid,
        "Chỉ số chỉ có một cách tính: công thức, đếm từ danh bạ đơn vị, đếm từ việc báo cáo hoặc dãy số tham chiếu.",
        "An indicator has one source: a formula, a count of the registry, a count of the reporting, or reference series.");

    internal static readonly FailureDefinition SeriesPartUnfit = new(
        "criteria_catalog.series_part_unfit", FailureKind.Invalid,
        "Dãy số tham chiếu thay cho cả giá trị của số lượng, số đo; hoặc cho tử số, mẫu số của tỷ lệ, tỷ số.",
        "A reference series gives the value of a count or an amount, or the numerator or denominator of a percentage or ratio.");

    internal static readonly FailureDefinition SeriesUnknown = new(
        "criteria_catalog.series_unknown", FailureKind.Invalid,
        "Chưa có dãy số tham chiếu nào mang mã {0}.", "There is no reference series with the code {0}.");

    internal static readonly FailureDefinition SeriesMeasureUnfit = new(
        "criteria_catalog.series_measure_unfit", FailureKind.Invalid,
        "Dãy số này tính bằng {0}, còn chỉ số cần {1}.", "The series is measured in {0}, and the indicator needs {1}.");

    internal static readonly FailureDefinition ComputedIsNotAsked = new(
        "criteria_catalog.computed_is_not_asked", FailureKind.Invalid,
        "Hệ thống tự tính chỉ số này nên không đơn vị nào báo cáo.", "The system works this indicator out, so that no unit reports it.");

    internal static readonly FailureDefinition ComputedNeverRollsUp = new(
        "criteria_catalog.computed_never_rolls_up", FailureKind.Invalid,
        "Chỉ số do hệ thống tính được tính lại ở từng cấp: cách tổng hợp cần là none.",
        "A computed indicator is worked out anew at every level: the aggregation must be none.");

    internal static readonly FailureDefinition ComputedTypeUnfit = new(
        "criteria_catalog.computed_type_unfit", FailureKind.Invalid,
        "Cách tính này không cho ra kiểu {0}.", "This source does not give the type {0}.");

    internal static readonly FailureDefinition CountedTypesMissing = new(
        "criteria_catalog.counted_types_missing", FailureKind.Invalid,
        "Cần nêu loại đơn vị được đếm.", "Say which types of units are counted.");

    internal static readonly FailureDefinition TitleMissing = new(
        "criteria_catalog.title_missing", FailureKind.Invalid,
        "Cần nêu danh hiệu được đếm; chỉ việc đếm danh hiệu mới có danh hiệu và mức.",
        "Say which title is counted; only a count of recognitions has a title and a level.");

    internal static readonly FailureDefinition EntryModeUnfit = new(
        "criteria_catalog.entry_mode_unfit", FailureKind.Invalid,
        "Nhập lũy kế chỉ dùng cho chỉ số cộng dồn theo thời gian (flow).", "Year-to-date entry belongs to a flow.");

    internal static readonly FailureDefinition WindowUnfit = new(
        "criteria_catalog.window_unfit", FailureKind.Invalid,
        "Tần suất custom cần khoảng số liệu riêng, lặp lại đều trong năm hoặc theo số năm tròn; tần suất khác thì không.",
        "The frequency custom needs windows of its own that divide the year or last whole years; no other frequency has them.");

    internal static readonly FailureDefinition DimensionUnknown = new(
        "criteria_catalog.dimension_unknown", FailureKind.Invalid,
        "Bộ tiêu chí chưa có cách phân tổ {0}.", "The set has no dimension {0}.");

    internal static readonly FailureDefinition DimensionUnfit = new(
        "criteria_catalog.dimension_unfit", FailureKind.Invalid,
        "Chỉ phân tổ được số lượng, giá trị, tỷ lệ, tỷ số; mỗi cách phân tổ một lần.",
        "Only counts, amounts, percentages and ratios are broken down, by each dimension once.");

    internal static readonly FailureDefinition DimensionEmpty = new(
        "criteria_catalog.dimension_empty", FailureKind.Invalid,
        "Cách phân tổ cần ít nhất một nhóm.", "A dimension needs at least one category.");

    internal static readonly FailureDefinition AgencyUnclear = new(
        "criteria_catalog.agency_unclear", FailureKind.Invalid,
        "Cơ quan cần là một đơn vị hoặc một loại đơn vị.", "An agency is either one unit or one type of units.");

    internal static readonly FailureDefinition PredecessorUnknown = new(
        "criteria_catalog.predecessor_unknown", FailureKind.Invalid,
        "Chưa phiên bản đã công bố nào của bộ có chỉ số {0}.", "No published version of the set has an indicator {0}.");

    internal static readonly FailureDefinition EvidenceNameMissing = new(
        "criteria_catalog.evidence_name_missing", FailureKind.Invalid,
        "Minh chứng loại other cần có tên.", "Evidence of the kind other needs a name.");

    internal static readonly FailureDefinition TargetForWhomUnclear = new(
        "criteria_catalog.target_for_whom_unclear", FailureKind.Invalid,
        "Chỉ tiêu chỉ dành cho một đơn vị hoặc một loại đơn vị, cho một năm hoặc một kỳ.",
        "A target is for one unit or for a type, for a year or for a period, not for both.");

    internal static readonly FailureDefinition TargetRepeated = new(
        "criteria_catalog.target_repeated", FailureKind.Invalid,
        "Đã có chỉ tiêu cho đúng đối tượng và thời gian này.", "There is a target for these very units and this very time already.");

    internal static readonly FailureDefinition TargetYearOutOfRange = new(
        "criteria_catalog.target_year_out_of_range", FailureKind.Invalid,
        "Năm của chỉ tiêu cần từ {0} đến {1}.", "The year of a target must lie between {0} and {1}.");

    internal static readonly FailureDefinition GradeUnknown = new(
        "criteria_catalog.grade_unknown", FailureKind.Invalid,
        "Cách chấm của bộ không có mức {0}.", "The set's scoring has no level {0}.");

    internal static readonly FailureDefinition GradesMissing = new(
        "criteria_catalog.grades_missing", FailureKind.Invalid,
        "Cách chấm này cần ít nhất {0} mức, xếp từ thấp đến cao.", "This scoring needs at least {0} grades, worst first.");

    internal static readonly FailureDefinition GradesNotWanted = new(
        "criteria_catalog.grades_not_wanted", FailureKind.Invalid,
        "Cách theo dõi không có mức.", "Tracking has no grades.");

    internal static readonly FailureDefinition ThresholdsUnordered = new(
        "criteria_catalog.thresholds_unordered", FailureKind.Invalid,
        "Ngưỡng điểm cần có ở mọi mức và tăng dần; chỉ cách chấm điểm mới có ngưỡng.",
        "Every grade of a points scoring has a threshold, rising from grade to grade; no other scoring has them.");

    internal static readonly FailureDefinition GradeAsksNothing = new(
        "criteria_catalog.grade_asks_nothing", FailureKind.Invalid,
        "Chưa chỉ số nào có chỉ tiêu cho mức {0}.", "No indicator has a target for the level {0}.");

    internal static readonly FailureDefinition RatingScaleUnfit = new(
        "criteria_catalog.rating_scale_unfit", FailureKind.Invalid,
        "Mọi chỉ số của cách xếp loại từng tiêu chí cần đúng các mức: {0}.", "Every indicator of a rating per criterion needs exactly the levels: {0}.");

    internal static readonly FailureDefinition PointsMissing = new(
        "criteria_catalog.points_missing", FailureKind.Invalid,
        "Cách chấm điểm cần ít nhất một chỉ số có điểm.", "A points scoring needs at least one indicator with points.");

    internal static readonly FailureDefinition PointsNotWanted = new(
        "criteria_catalog.points_not_wanted", FailureKind.Invalid,
        "Điểm chỉ dùng cho cách chấm điểm và chỉ số có giá trị so sánh được.", "Points belong to a points scoring and to values that compare.");

    internal static readonly FailureDefinition PointsUnordered = new(
        "criteria_catalog.points_unordered", FailureKind.Invalid,
        "Các bậc điểm cần tốt dần về giá trị, tăng dần về điểm, và điểm lớn hơn 0.",
        "Steps of points must get better in value, rise in points, and give more than 0.");

    internal static readonly FailureDefinition RuleIncomplete = new(
        "criteria_catalog.rule_incomplete", FailureKind.Invalid,
        "Quy tắc {0} cần có: {1}; và không có gì của loại khác.", "A rule of the kind {0} needs: {1}; and nothing of another kind.");

    internal static readonly FailureDefinition RulePartUnfit = new(
        "criteria_catalog.rule_part_unfit", FailureKind.Invalid,
        "Quy tắc cần một con số mà chỉ số này có.", "A rule is about a number that this indicator has.");

    internal static readonly FailureDefinition ChangeIsSoft = new(
        "criteria_catalog.change_is_soft", FailureKind.Invalid,
        "Biến động so với kỳ trước có thể đúng: quy tắc này chỉ hỏi lý do (soft).", "A change may be true: such a rule only asks for a reason (soft).");
}
