using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Application.Import;

/// <summary>Refusals of bulk imports and of their rows.</summary>
internal static class ImportFailures
{
    internal static readonly FailureDefinition TooManyRows = new(
        "submissions.too_many_rows", FailureKind.TooLarge,
        "Lần nạp này có hơn {0:#,##0} dòng. Vui lòng chia nhỏ rồi gửi lại; chưa có dòng nào được ghi.",
        "This import has more than {0:#,##0} rows. Split it and send the parts; nothing was written.");

    internal static readonly FailureDefinition NoRows = new(
        "submissions.no_rows", FailureKind.Invalid,
        "Nội dung gửi lên không có dòng số liệu nào.",
        "The body has no rows.");

    internal static readonly FailureDefinition Refused = new(
        "submissions.import_refused", FailureKind.Invalid,
        "{0:#,##0} dòng cần xử lý nên chưa có dòng nào được ghi. Vui lòng sửa các dòng trong danh sách rồi gửi lại.",
        "{0:#,##0} rows need attention, so nothing was written. Put the rows of the list right and send again.");

    internal static readonly FailureDefinition UnreadableField = new(
        "submissions.unreadable_field", FailureKind.Invalid,
        "Trường {0} chưa đúng kiểu dữ liệu.",
        "The field {0} does not have the right type.");

    internal static readonly FailureDefinition FieldMissing = new(
        "submissions.field_missing", FailureKind.Invalid,
        "Thiếu trường {0}.",
        "The field {0} is missing.");

    internal static readonly FailureDefinition UnknownPeriod = new(
        "submissions.unknown_period", FailureKind.Invalid,
        "Không có kỳ báo cáo {0}. Vui lòng kiểm tra lại mã kỳ.",
        "There is no period {0}. Check the code.");

    internal static readonly FailureDefinition TooManyPeriods = new(
        "submissions.too_many_periods", FailureKind.Invalid,
        "Mỗi lần nạp nhận tối đa {0} kỳ. Vui lòng tách theo kỳ.",
        "One import takes at most {0} periods. Split it by period.");

    internal static readonly FailureDefinition UnknownUnit = new(
        "submissions.unknown_unit", FailureKind.Invalid,
        "Không có đơn vị {0} vào ngày cuối kỳ, hoặc tài khoản không phụ trách đơn vị này.",
        "There is no unit {0} on the last day of the period, or it is outside your scope.");

    internal static readonly FailureDefinition NothingOwed = new(
        "submissions.nothing_owed", FailureKind.Invalid,
        "Đơn vị {0} không có báo cáo phải nộp trong kỳ {1}.",
        "The unit {0} owes no submission for the period {1}.");

    internal static readonly FailureDefinition AmbiguousIndicator = new(
        "submissions.ambiguous_indicator", FailureKind.Invalid,
        "Chỉ số {0} có trong nhiều bộ tiêu chí của đơn vị. Vui lòng gửi thêm setCode.",
        "The indicator {0} is in several criteria sets of the unit. Send setCode too.");

    internal static readonly FailureDefinition DuplicateRow = new(
        "submissions.duplicate_row", FailureKind.Invalid,
        "Ô này đã có ở dòng {0} với giá trị khác. Vui lòng chỉ giữ một dòng.",
        "Row {0} has another value for the same cell. Keep one of the two.");

    internal static readonly FailureDefinition ChangedMeanwhile = new(
        "submissions.changed_meanwhile", FailureKind.Conflict,
        "Báo cáo của đơn vị vừa được gửi hoặc khóa trong lúc nạp. Vui lòng gửi lại các dòng này.",
        "The unit's submission was handed in or locked during the import. Send these rows again.");
}
