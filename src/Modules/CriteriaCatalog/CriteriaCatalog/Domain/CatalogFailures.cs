using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What this module refuses.</summary>
internal static class CatalogFailures
{
    internal static readonly FailureDefinition SetNotFound = new(
        "criteria_catalog.set_not_found", FailureKind.NotFound,
        "Không có bộ tiêu chí nào mang mã {0}. Vui lòng kiểm tra lại mã.",
        "There is no criteria set with the code {0}. Check the code.");

    internal static readonly FailureDefinition VersionNotFound = new(
        "criteria_catalog.version_not_found", FailureKind.NotFound,
        "Bộ tiêu chí {0} chưa có phiên bản {1}. Vui lòng xem danh sách phiên bản của bộ.",
        "The criteria set {0} has no version {1}. See the list of its versions.");

    internal static readonly FailureDefinition VersionIsSettled = new(
        "criteria_catalog.version_is_settled", FailureKind.Conflict,
        "Phiên bản {1} của bộ {0} đã công bố nên giữ nguyên nội dung. Vui lòng tạo phiên bản mới.",
        "Version {1} of {0} is published and its content stays as it is. Make a new version.");

    internal static readonly FailureDefinition VersionIsOutOfTurn = new(
        "criteria_catalog.version_is_out_of_turn", FailureKind.Conflict,
        "Bộ tiêu chí đã công bố phiên bản {0}. Phiên bản mới cần có số lớn hơn.",
        "Version {0} of this set is published. A new version needs a higher number.");

    internal static readonly FailureDefinition SomebodyWasFirst = new(
        "criteria_catalog.somebody_was_first", FailureKind.Conflict,
        "Phiên bản này vừa được người khác tạo. Vui lòng tải lại rồi thực hiện tiếp.",
        "Somebody else has just made this version. Read it again, then repeat.");

    internal static readonly FailureDefinition OnlyPublishedRetires = new(
        "criteria_catalog.only_published_retires", FailureKind.Conflict,
        "Phiên bản {1} của bộ {0} không ở trạng thái đang công bố nên chưa thể ngừng áp dụng.",
        "Version {1} of {0} is not published, so it cannot be retired.");

    internal static readonly FailureDefinition LastDayOutside = new(
        "criteria_catalog.last_day_outside", FailureKind.Invalid,
        "Ngày cuối áp dụng cần nằm trong thời gian hiệu lực, từ {0} trở đi.",
        "The last day must lie within the validity, from {0} on.");

    // A pack that cannot be read as one.
    internal static readonly FailureDefinition PackNotJson = new(
        "criteria_catalog.pack_not_json", FailureKind.Invalid,
        "Tệp chưa phải JSON đúng chuẩn (dòng {0}). Vui lòng kiểm tra lại tệp.",
        "The file is not well-formed JSON (line {0}). Check the file.");

    internal static readonly FailureDefinition PackTooLarge = new(
        "criteria_catalog.pack_too_large", FailureKind.TooLarge,
        "Tệp bộ tiêu chí lớn hơn {0} MB. Vui lòng kiểm tra lại tệp.",
        "The pack is larger than {0} MB. Check the file.");

    internal static readonly FailureDefinition FieldMissing = new(
        "criteria_catalog.field_missing", FailureKind.Invalid,
        "Thiếu trường {0}. Vui lòng bổ sung.", "The field {0} is missing. Add it.");

    internal static readonly FailureDefinition FieldUnknown = new(
        "criteria_catalog.field_unknown", FailureKind.Invalid,
        "Trường {0} không có trong định dạng. Vui lòng xóa hoặc sửa tên.",
        "The format has no field {0}. Remove or rename it.");

    internal static readonly FailureDefinition FieldHasWrongType = new(
        "criteria_catalog.field_has_wrong_type", FailureKind.Invalid,
        "Trường này cần là {0}.", "This field must be {0}.");

    internal static readonly FailureDefinition ValueNotInList = new(
        "criteria_catalog.value_not_in_list", FailureKind.Invalid,
        "Giá trị này cần là một trong: {0}.", "This value must be one of: {0}.");

    // Rules of a draft.
    internal static readonly FailureDefinition CodeMalformed = new(
        "criteria_catalog.code_malformed", FailureKind.Invalid,
        "Mã gồm 1-{0} ký tự: chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.",
        "A code has 1 to {0} characters: plain letters, digits, dot, hyphen, underscore.");

    internal static readonly FailureDefinition CodeRepeated = new(
        "criteria_catalog.code_repeated", FailureKind.Invalid,
        "Mã {0} đã dùng ở {1}. Mỗi mã chỉ dùng một lần trong một phiên bản.",
        "The code {0} is used at {1} already. A code is used once in a version.");

    internal static readonly FailureDefinition PredecessorTaken = new(
        "criteria_catalog.predecessor_taken", FailureKind.Invalid,
        "Chỉ số {0} vẫn còn trong phiên bản này hoặc đã có chỉ số khác tiếp nối. Vui lòng chọn mã cũ khác.",
        "The indicator {0} is still in this version, or another one follows it. Choose another predecessor.");

    internal static readonly FailureDefinition TooManyIndicators = new(
        "criteria_catalog.too_many_indicators", FailureKind.Invalid,
        "Một phiên bản có tối đa {0} chỉ số.", "A version has at most {0} indicators.");

    // Rules of publishing.
    internal static readonly FailureDefinition VietnameseMissing = new(
        "criteria_catalog.vietnamese_missing", FailureKind.Invalid,
        "Thiếu nội dung tiếng Việt.", "The Vietnamese text is missing.");

    internal static readonly FailureDefinition LevelsOutOfRange = new(
        "criteria_catalog.levels_out_of_range", FailureKind.Invalid,
        "Cây tiêu chí có từ 2 đến 4 cấp, kể cả cấp chỉ số; đây là {0} cấp.",
        "A tree has 2 to 4 levels, the indicators included; this one has {0}.");

    internal static readonly FailureDefinition LeafAtWrongDepth = new(
        "criteria_catalog.leaf_at_wrong_depth", FailureKind.Invalid,
        "Nhánh này dừng ở cấp {0}, trong khi bộ tiêu chí đặt tên cho {1} cấp phía trên chỉ số.",
        "This branch ends at level {0}, but the set names {1} levels above its indicators.");

    internal static readonly FailureDefinition IndicatorAboveLeaf = new(
        "criteria_catalog.indicator_above_leaf", FailureKind.Invalid,
        "Chỉ số cần nằm ở cấp thấp nhất; mục {0} còn mục con.",
        "Indicators belong to the lowest level; {0} has items below it.");

    internal static readonly FailureDefinition NoIndicators = new(
        "criteria_catalog.no_indicators", FailureKind.Invalid,
        "Bộ tiêu chí cần có ít nhất một chỉ số.", "A criteria set needs at least one indicator.");

    internal static readonly FailureDefinition FractionNameMissing = new(
        "criteria_catalog.fraction_name_missing", FailureKind.Invalid,
        "Tỷ lệ, tỷ số cần có tên tử số và mẫu số.", "A percent or ratio needs names of its numerator and denominator.");

    internal static readonly FailureDefinition ScaleTooShort = new(
        "criteria_catalog.scale_too_short", FailureKind.Invalid,
        "Chỉ số theo mức cần ít nhất hai mức, xếp từ thấp đến cao.", "A level or rating needs at least two levels, worst first.");

    internal static readonly FailureDefinition ScaleNotWanted = new(
        "criteria_catalog.scale_not_wanted", FailureKind.Invalid,
        "Kiểu giá trị này không dùng danh sách mức.", "This type of value has no list of levels.");

    internal static readonly FailureDefinition AggregationUnfit = new(
        "criteria_catalog.aggregation_unfit", FailureKind.Invalid,
        "Cách tổng hợp này không dùng được cho kiểu {0}. Có thể chọn: {1}.",
        "This aggregation does not fit the type {0}. Choose one of: {1}.");

    internal static readonly FailureDefinition SurveyNeverRollsUp = new(
        "criteria_catalog.survey_never_rolls_up", FailureKind.Invalid,
        "Số liệu khảo sát và chuyên gia đánh giá chỉ thuộc một đơn vị: cách tổng hợp cần là none.",
        "Figures of a survey or an expert review belong to one unit: the aggregation must be none.");

    internal static readonly FailureDefinition NobodyReports = new(
        "criteria_catalog.nobody_reports", FailureKind.Invalid,
        "Cần có ít nhất một loại đơn vị báo cáo.", "At least one type of unit must report it.");

    internal static readonly FailureDefinition DecimalsOutOfRange = new(
        "criteria_catalog.decimals_out_of_range", FailureKind.Invalid,
        "Số chữ số thập phân từ 0 đến {0}.", "Decimals go from 0 to {0}.");

    internal static readonly FailureDefinition TargetOutOfRange = new(
        "criteria_catalog.target_out_of_range", FailureKind.Invalid,
        "Chỉ tiêu cần từ {0} đến {1}.", "The target must lie between {0} and {1}.");

    internal static readonly FailureDefinition TargetNotWanted = new(
        "criteria_catalog.target_not_wanted", FailureKind.Invalid,
        "Kiểu giá trị này không đặt chỉ tiêu bằng số.", "This type of value has no numeric target.");

    internal static readonly FailureDefinition FactorOutOfRange = new(
        "criteria_catalog.factor_out_of_range", FailureKind.Invalid,
        "Hệ số cần lớn hơn 0, và chỉ dùng cho tỷ lệ, tỷ số.", "The factor must be above 0, and belongs to a percent or ratio.");

    internal static readonly FailureDefinition ValidityReversed = new(
        "criteria_catalog.validity_reversed", FailureKind.Invalid,
        "Ngày cuối áp dụng cần từ ngày đầu trở đi.", "The last day must not be before the first.");

    internal static readonly FailureDefinition BeginsTooEarly = new(
        "criteria_catalog.begins_too_early", FailureKind.Conflict,
        "Phiên bản {0} áp dụng từ {1}; phiên bản mới cần bắt đầu sau ngày đó.",
        "Version {0} is in force from {1}; a new version must begin after that day.");
}
