using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain;

/// <summary>Refusals that concern one cell. The first argument is the name of the indicator, wherever there is one.</summary>
internal static class CellFailures
{
    internal static readonly FailureDefinition UnknownIndicator = new(
        "submissions.unknown_indicator", FailureKind.Invalid,
        "Báo cáo này không có chỉ số {0}. Vui lòng kiểm tra lại mã chỉ số.",
        "This submission has no indicator {0}. Check the code.");

    internal static readonly FailureDefinition NotOwed = new(
        "submissions.not_owed", FailureKind.Invalid,
        "Đơn vị không phải báo cáo chỉ số {0}. Vui lòng bỏ dòng này.",
        "The unit does not report the indicator {0}. Leave it out.");

    internal static readonly FailureDefinition UnknownDisaggregation = new(
        "submissions.unknown_disaggregation", FailureKind.Invalid,
        "Chỉ số {0} không chia nhỏ theo \"{1}\". Vui lòng để trống phần phân tổ.",
        "The indicator {0} is not broken down by \"{1}\". Leave the disaggregation empty.");

    internal static readonly FailureDefinition NumberExpected = new(
        "submissions.number_expected", FailureKind.Invalid,
        "Chỉ số {0} cần một con số. Vui lòng nhập số, hoặc chọn không áp dụng / không có số liệu.",
        "The indicator {0} takes a number. Enter one, or say that it is not applicable or not available.");

    internal static readonly FailureDefinition PairExpected = new(
        "submissions.pair_expected", FailureKind.Invalid,
        "Chỉ số {0} cần tử số và mẫu số; hệ thống tự tính tỷ lệ. Vui lòng nhập đủ hai số.",
        "The indicator {0} takes a numerator and a denominator; the share is computed. Enter both.");

    internal static readonly FailureDefinition TextExpected = new(
        "submissions.text_expected", FailureKind.Invalid,
        "Chỉ số {0} cần nội dung bằng chữ, tối đa 4.000 ký tự.",
        "The indicator {0} takes a text of at most 4,000 characters.");

    internal static readonly FailureDefinition WholeNumber = new(
        "submissions.whole_number", FailureKind.Invalid,
        "Chỉ số {0} đếm số lượng nên cần số nguyên. Vui lòng bỏ phần thập phân.",
        "The indicator {0} is a count and takes a whole number. Leave the decimals out.");

    internal static readonly FailureDefinition NotNegative = new(
        "submissions.not_negative", FailureKind.Invalid,
        "Chỉ số {0} không thể nhỏ hơn 0. Vui lòng kiểm tra lại.",
        "The indicator {0} cannot be below zero. Check the number.");

    internal static readonly FailureDefinition TooLarge = new(
        "submissions.number_too_large", FailureKind.Invalid,
        "Số của chỉ số {0} vượt quá 22 chữ số phần nguyên hoặc 6 chữ số thập phân. Vui lòng kiểm tra lại.",
        "The number of the indicator {0} has more than 22 whole digits or 6 decimals. Check it.");

    internal static readonly FailureDefinition NumeratorAboveDenominator = new(
        "submissions.numerator_above_denominator", FailureKind.Invalid,
        "Tử số ({1:#,##0.######}) đang lớn hơn mẫu số ({2:#,##0.######}) ở chỉ số {0}. Vui lòng kiểm tra lại hai số này.",
        "The numerator ({1:#,##0.######}) of {0} is larger than the denominator ({2:#,##0.######}). Check both.");

    internal static readonly FailureDefinition BreaksRule = new(
        "submissions.breaks_rule", FailureKind.Invalid,
        "Chỉ số {0}: {1}. Vui lòng kiểm tra lại.", "{0}: {1}. Check the figure.");

    internal static readonly FailureDefinition UnknownLevel = new(
        "submissions.unknown_level", FailureKind.Invalid,
        "Giá trị của chỉ số {0} không có trong danh sách: {1}. Vui lòng chọn một mức trong danh sách.",
        "The value of {0} is not in its list: {1}. Choose one of the list.");

    internal static readonly FailureDefinition YesOrNo = new(
        "submissions.yes_or_no", FailureKind.Invalid,
        "Chỉ số {0} nhận có (1) hoặc không (0).",
        "The indicator {0} takes yes (1) or no (0).");

    internal static readonly FailureDefinition NoValueExpected = new(
        "submissions.no_value_expected", FailureKind.Invalid,
        "Chỉ số {0} vừa có số liệu vừa được ghi là không áp dụng hoặc không có số liệu. Vui lòng chỉ giữ một.",
        "The indicator {0} has a figure and is also marked not applicable or not available. Keep one of the two.");

    internal static readonly FailureDefinition CommentTooLong = new(
        "submissions.comment_too_long", FailureKind.Invalid,
        "Ghi chú của chỉ số {0} dài hơn 2.000 ký tự. Vui lòng rút gọn.",
        "The comment on {0} is longer than 2,000 characters. Shorten it.");

    internal static readonly FailureDefinition Unreadable = new(
        "submissions.unreadable_number", FailureKind.Invalid,
        "Không đọc được \"{1}\" ở chỉ số {0} thành số. Vui lòng nhập số, dùng dấu phẩy cho phần thập phân.",
        "\"{1}\" at {0} cannot be read as a number. Enter a number, with a point for decimals.");

    internal static readonly FailureDefinition AmbiguousNumber = new(
        "submissions.ambiguous_number", FailureKind.Invalid,
        "Số thập phân dùng dấu phẩy. Có phải là {1}?",
        "Use a point for decimals. Did you mean {1}?");

    internal static readonly FailureDefinition GivenBySeries = new(
        "submissions.given_by_series", FailureKind.Invalid,
        "Chỉ số {0} lấy số {1} từ {2} (ngày {3}). Vui lòng bỏ trống số này; nếu chưa đúng, ghi lý do vào ghi chú.",
        "{0} takes {1} from {2} (of {3}). Leave this number out; if it is not right, say why in the comment.");

    internal static readonly FailureDefinition PartsDiffer = new(
        "submissions.parts_differ", FailureKind.Invalid,
        "Các phần theo {1} cộng lại là {2}, còn {4} là {3}. Vui lòng kiểm tra; nếu đúng, ghi lý do.",
        "The parts by {1} add up to {2}, the {4} is {3}. Check them; if they are right, give the reason.");

    internal static readonly FailureDefinition AsksReason = new(
        "submissions.asks_reason", FailureKind.Invalid,
        "Cần xem lại: {1}. Nếu đúng, vui lòng ghi lý do.",
        "To check: {1}. If this is right, give the reason.");

    internal static readonly FailureDefinition Missing = new(
        "submissions.cell_missing", FailureKind.Invalid,
        "Nhập {0} hoặc chọn lý do không có số liệu",
        "Enter {0} or say why there is no figure");

    internal static readonly FailureDefinition Stale = new(
        "submissions.stale_cell", FailureKind.Stale,
        "Ô {0} đã được người khác sửa. Vui lòng chọn giá trị cần giữ.",
        "Somebody else changed the cell {0}. Choose the value to keep.");

    internal static readonly FailureDefinition ReadOnly = new(
        "submissions.cell_read_only", FailureKind.Conflict,
        "Ô {0} không được trả lại nên chỉ xem được. Chỉ sửa những ô đơn vị duyệt đã trả lại.",
        "The cell {0} was not returned and is read-only. Only returned cells can be changed.");
}
