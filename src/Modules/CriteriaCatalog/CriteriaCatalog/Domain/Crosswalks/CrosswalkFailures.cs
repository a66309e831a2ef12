using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>What is refused about links between indicators.</summary>
internal static class CrosswalkFailures
{
    internal static readonly FailureDefinition NotFound = new(
        "criteria_catalog.crosswalk_not_found", FailureKind.NotFound,
        "Không tìm thấy liên kết này. Vui lòng xem danh sách liên kết chỉ số.",
        "There is no such link. See the list of links between indicators.");

    internal static readonly FailureDefinition IndicatorUnknown = new(
        "criteria_catalog.crosswalk_indicator_unknown", FailureKind.Invalid,
        "Không có chỉ số {1} trong các phiên bản đã công bố của bộ {0}.",
        "No published version of {0} has an indicator {1}.");

    internal static readonly FailureDefinition NotInForce = new(
        "criteria_catalog.crosswalk_not_in_force", FailureKind.Invalid,
        "Vào ngày {2}, bộ {0} chưa áp dụng phiên bản nào có chỉ số {1}. Vui lòng chọn ngày bắt đầu khác.",
        "On {2} no version of {0} in force has the indicator {1}. Choose another first day.");

    internal static readonly FailureDefinition SameSet = new(
        "criteria_catalog.crosswalk_same_set", FailureKind.Invalid,
        "Liên kết nối chỉ số của các bộ khác nhau; {0} cùng bộ với chỉ số được trả lời.",
        "A link joins indicators of different sets; {0} is of the target's own set.");

    internal static readonly FailureDefinition OneSource = new(
        "criteria_catalog.crosswalk_one_source", FailureKind.Invalid,
        "Liên kết bằng nhau hoặc một phần có đúng một chỉ số nguồn.",
        "An equal or part link has exactly one source.");

    internal static readonly FailureDefinition NoParts = new(
        "criteria_catalog.crosswalk_no_parts", FailureKind.Invalid,
        "Chỉ số này không cộng được từ các phần. Chỉ số lượng, giá trị, tỷ lệ và tỷ số mới có phần.",
        "This indicator is no sum of parts. Only counts, amounts, percentages and ratios have parts.");

    internal static readonly FailureDefinition OtherValueType = new(
        "criteria_catalog.crosswalk_other_value_type", FailureKind.Invalid,
        "{0} và {1} khác kiểu giá trị.", "{0} and {1} take different types of value.");

    internal static readonly FailureDefinition OtherLevels = new(
        "criteria_catalog.crosswalk_other_levels", FailureKind.Invalid,
        "{0} và {1} dùng thang mức khác nhau.", "{0} and {1} have different levels.");

    internal static readonly FailureDefinition OtherMeasure = new(
        "criteria_catalog.crosswalk_other_measure", FailureKind.Invalid,
        "{0} tính bằng {1}, còn {2} tính bằng {3}.", "{0} is measured in {1}, but {2} in {3}.");

    internal static readonly FailureDefinition OtherCounting = new(
        "criteria_catalog.crosswalk_other_counting", FailureKind.Invalid,
        "{0} và {1} khác cách đếm (vật, người hoặc lượt).", "{0} and {1} count different things (things, persons or participations).");

    internal static readonly FailureDefinition SurveyStaysSurvey = new(
        "criteria_catalog.crosswalk_survey_stays_survey", FailureKind.Invalid,
        "{0} là số liệu khảo sát hoặc chuyên gia đánh giá, chỉ trả lời được chỉ số cùng nguồn.",
        "{0} comes from a survey or an expert review and can only answer an indicator of that kind.");

    internal static readonly FailureDefinition NotProposed = new(
        "criteria_catalog.crosswalk_not_proposed", FailureKind.Conflict,
        "Liên kết này không còn chờ duyệt.", "This link no longer waits for approval.");

    internal static readonly FailureDefinition NotApproved = new(
        "criteria_catalog.crosswalk_not_approved", FailureKind.Conflict,
        "Chỉ liên kết đã duyệt mới có ngày cuối áp dụng.", "Only an approved link gets a last day.");

    internal static readonly FailureDefinition NeedsSomebodyElse = new(
        "criteria_catalog.crosswalk_needs_somebody_else", FailureKind.Conflict,
        "Người đề xuất không tự duyệt. Vui lòng nhờ một người biên tập khác duyệt liên kết này.",
        "Who proposed a link does not approve it. Ask another editor.");

    internal static readonly FailureDefinition NeedsPerson = new(
        "criteria_catalog.crosswalk_needs_person", FailureKind.Conflict,
        "Việc duyệt liên kết cần một người đăng nhập; khóa API chỉ đề xuất được.",
        "A person who signed in approves links; an API key can only propose them.");

    internal static readonly FailureDefinition LastDayOutside = new(
        "criteria_catalog.crosswalk_last_day_outside", FailureKind.Invalid,
        "Ngày cuối cần sớm hơn ngày cuối hiện tại, và từ {0} trở đi (là ngày trước khi liên kết bắt đầu, nếu liên kết lẽ ra không có).",
        "The last day must be earlier than the present one, and not before {0} (the day before the link begins, for one that never should have held).");

    internal static readonly FailureDefinition TargetIsLinked = new(
        "criteria_catalog.crosswalk_target_is_linked", FailureKind.Conflict,
        "Trong thời gian này, chỉ số đã có liên kết khác được duyệt. Mỗi chỉ số chỉ có một liên kết bằng nhau hoặc công thức, không kèm liên kết một phần.",
        "Another approved link answers this indicator in that time. An indicator has one equal or formula link, and no part links beside it.");

    internal static readonly FailureDefinition PartIsCounted = new(
        "criteria_catalog.crosswalk_part_is_counted", FailureKind.Conflict,
        "Trong thời gian này, phần đó đã được cộng vào chỉ số.",
        "That part is counted into the indicator in that time already.");

    internal static readonly FailureDefinition SourceIsTarget = new(
        "criteria_catalog.crosswalk_source_is_target", FailureKind.Conflict,
        "Chỉ số nguồn đang được một liên kết khác trả lời. Các liên kết không nối tiếp nhau; vui lòng liên kết từ chỉ số gốc.",
        "The source is itself answered by a link. Links do not chain; link from the original indicator.");

    internal static readonly FailureDefinition TargetIsSource = new(
        "criteria_catalog.crosswalk_target_is_source", FailureKind.Conflict,
        "Chỉ số được trả lời đang là nguồn của một liên kết khác. Các liên kết không nối tiếp nhau.",
        "The target is itself the source of a link. Links do not chain.");

    internal static readonly FailureDefinition FormulaUnfit = new(
        "criteria_catalog.crosswalk_formula_unfit", FailureKind.Invalid,
        "Công thức chỉ dùng khi chọn kiểu công thức, và khi đó cần có.",
        "A formula belongs to a link of that kind, and is needed there.");

    internal static readonly FailureDefinition FormulaTarget = new(
        "criteria_catalog.crosswalk_formula_target", FailureKind.Invalid,
        "Công thức chỉ trả lời được chỉ số lượng hoặc giá trị; tỷ lệ cần tử số và mẫu số.",
        "A formula can only answer a count or an amount; a share needs its numerator and denominator.");

    internal static readonly FailureDefinition FormulaNamesOther = new(
        "criteria_catalog.crosswalk_formula_names_other", FailureKind.Invalid,
        "Công thức nhắc đến {0}, chưa nằm trong các nguồn đã chọn. Cách viết: [bộ/mã].",
        "The formula names {0}, which is none of the sources chosen. It is written [set/code].");

    internal static readonly FailureDefinition FormulaLeavesOut = new(
        "criteria_catalog.crosswalk_formula_leaves_out", FailureKind.Invalid,
        "Công thức chưa dùng nguồn {0}. Vui lòng dùng hoặc bỏ chọn nguồn này.",
        "The formula does not use the source {0}. Use it, or do not choose it.");

    internal static readonly FailureDefinition TargetIsComputed = new(
        "criteria_catalog.crosswalk_target_is_computed", FailureKind.Invalid,
        "Hệ thống tự tính chỉ số {0}, nên không cần liên kết.",
        "The system works out {0} by itself, so it needs no link.");
}
