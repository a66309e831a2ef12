using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>Why a workbook, or a cell of one, is not taken.</summary>
internal static class WorkbookFailures
{
    internal static readonly FailureDefinition Missing = new(
        "submissions.workbook_missing", FailureKind.Invalid,
        "Chưa có tệp nào. Vui lòng chọn tệp Excel đã nhập số liệu.",
        "There is no file. Choose the workbook with the figures.");

    internal static readonly FailureDefinition NotOurs = new(
        "submissions.workbook_not_ours", FailureKind.Invalid,
        "Tệp này không phải mẫu do hệ thống tạo cho báo cáo. Vui lòng tải mẫu, chép số liệu sang rồi tải lên.",
        "This file is not a workbook that the system made for a report. Download the workbook, copy the figures into it and upload that.");

    internal static readonly FailureDefinition TemplateChanged = new(
        "submissions.workbook_template_changed", FailureKind.Invalid,
        "Phần thông tin ẩn của mẫu đã bị thay đổi nên không xác định được báo cáo. Vui lòng tải mẫu mới và chép số liệu sang.",
        "The hidden part of the workbook was changed, so that its report is not certain. Download it again and copy the figures into it.");

    internal static readonly FailureDefinition OtherPeriod = new(
        "submissions.workbook_other_period", FailureKind.Conflict,
        "Tệp này thuộc kỳ {0}. Vui lòng dùng mẫu của kỳ hiện tại.",
        "This file is for {0}. Use the current workbook.");

    internal static readonly FailureDefinition OtherUnit = new(
        "submissions.workbook_other_unit", FailureKind.Conflict,
        "Tệp này của đơn vị {0}. Vui lòng dùng mẫu của {1}.",
        "This file belongs to {0}. Use the workbook of {1}.");

    internal static readonly FailureDefinition OtherSet = new(
        "submissions.workbook_other_set", FailureKind.Conflict,
        "Tệp này thuộc bộ tiêu chí {0}. Vui lòng dùng mẫu của báo cáo đang mở.",
        "This file is for the criteria set {0}. Use the workbook of the report that is open.");

    internal static readonly FailureDefinition TwiceInFile = new(
        "submissions.workbook_indicator_twice", FailureKind.Invalid,
        "Chỉ số {0} có ở nhiều dòng trong tệp. Vui lòng chỉ giữ một dòng.",
        "The indicator {0} stands in several rows of the file. Keep one of them.");

    internal static readonly FailureDefinition UnknownChoice = new(
        "submissions.workbook_unknown_choice", FailureKind.Invalid,
        "\"{1}\" không có trong danh sách lựa chọn của chỉ số {0}. Vui lòng chọn lại trong danh sách.",
        "\"{1}\" is not one of the choices of {0}. Choose one of the list.");

    internal static readonly FailureDefinition ChangedSince = new(
        "submissions.workbook_cell_changed_since", FailureKind.Stale,
        "Ô {0} đã được sửa trong hệ thống sau khi tải mẫu. Vui lòng kiểm tra và nhập trực tiếp giá trị cần giữ.",
        "The cell {0} was changed in the system after the workbook was downloaded. Check it and enter the value to keep.");

    internal static readonly FailureDefinition NothingToRemark = new(
        "submissions.workbook_nothing_to_remark", FailureKind.Conflict,
        "Tệp không có ô nào cần xử lý. Có thể xem trước và áp dụng ngay.",
        "No cell of the file needs attention. Preview it and apply it.");

    internal static readonly FailureDefinition NothingToApply = new(
        "submissions.workbook_nothing_to_apply", FailureKind.Invalid,
        "Không có ô nào để áp dụng. Vui lòng xem trước lại tệp.",
        "There is no cell to apply. Preview the file again.");
}
