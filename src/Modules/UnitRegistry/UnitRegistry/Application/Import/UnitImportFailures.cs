using LearningCity.BuildingBlocks.Results;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Refusals of imports of units and of their rows.</summary>
internal static class UnitImportFailures
{
    internal static readonly FailureDefinition NoRows = new(
        "unit_registry.import_no_rows", FailureKind.Invalid,
        "Tệp không có dòng đơn vị nào dưới dòng tiêu đề.",
        "The file has no rows below its header.");

    internal static readonly FailureDefinition NoHeader = new(
        "unit_registry.import_no_header", FailureKind.Invalid,
        "Dòng đầu của tệp chưa có cột code (mã đơn vị). Vui lòng dùng mẫu: {0}.",
        "The first row of the file has no column code. Use these columns: {0}.");

    internal static readonly FailureDefinition ColumnTwice = new(
        "unit_registry.import_column_twice", FailureKind.Invalid,
        "Cột {0} có hai lần. Vui lòng chỉ giữ một cột.",
        "The column {0} is there twice. Keep one of the two.");

    internal static readonly FailureDefinition Unreadable = new(
        "unit_registry.import_unreadable_file", FailureKind.Invalid,
        "Không đọc được tệp từ dòng {0}. Vui lòng lưu lại dưới dạng CSV (UTF-8) hoặc Excel (.xlsx).",
        "The file cannot be read from row {0} on. Save it again as CSV (UTF-8) or Excel (.xlsx).");

    internal static readonly FailureDefinition TooManyRows = new(
        "unit_registry.import_too_many_rows", FailureKind.TooLarge,
        "Lần nạp này có hơn {0:#,##0} dòng. Vui lòng chia nhỏ rồi gửi lại; chưa có dòng nào được ghi.",
        "This import has more than {0:#,##0} rows. Split it and send the parts; nothing was written.");

    internal static readonly FailureDefinition Refused = new(
        "unit_registry.import_refused", FailureKind.Invalid,
        "{0:#,##0} dòng cần xử lý nên chưa có dòng nào được ghi. Vui lòng sửa các dòng trong danh sách rồi gửi lại.",
        "{0:#,##0} rows need attention, so nothing was written. Put the rows of the list right and send again.");

    internal static readonly FailureDefinition FieldMissing = new(
        "unit_registry.import_field_missing", FailureKind.Invalid,
        "Thiếu {0}: đơn vị mới cần có mã, tên và loại.",
        "{0} is missing: a new unit needs a code, a name and a type.");

    internal static readonly FailureDefinition UnreadableField = new(
        "unit_registry.import_unreadable_field", FailureKind.Invalid,
        "Không đọc được {0}: \"{1}\". Ngày viết năm-tháng-ngày hoặc ngày/tháng/năm; loại viết như trong danh mục.",
        "{0} cannot be read: \"{1}\". Days are year-month-day or day/month/year; types are those of the list.");

    internal static readonly FailureDefinition FieldTooLong = new(
        "unit_registry.import_field_too_long", FailureKind.Invalid,
        "{0} dài quá {1} ký tự.",
        "{0} is longer than {1} characters.");

    internal static readonly FailureDefinition DuplicateRow = new(
        "unit_registry.import_duplicate_row", FailureKind.Conflict,
        "Mã {0} đã có ở dòng {1} với nội dung khác. Vui lòng chỉ giữ một dòng.",
        "Row {1} says something else of code {0}. Keep one of the two.");

    internal static readonly FailureDefinition UnknownParent = new(
        "unit_registry.import_unknown_parent", FailureKind.Invalid,
        "Không có đơn vị mã {0} vào ngày {1}, trong danh bạ lẫn trong tệp.",
        "No unit has the code {0} on {1}, neither in the registry nor in the file.");

    internal static readonly FailureDefinition ParentRejected = new(
        "unit_registry.import_parent_rejected", FailureKind.Conflict,
        "Đơn vị cấp trên ở dòng {0} chưa nạp được. Vui lòng sửa dòng đó trước.",
        "The unit above it, in row {0}, was not taken. Put that row right first.");

    internal static readonly FailureDefinition Differs = new(
        "unit_registry.import_differs", FailureKind.Conflict,
        "Danh bạ đang ghi \"{0}\", tệp ghi \"{1}\". Chọn \"ghi đè\" nếu tệp đúng, hoặc bỏ giá trị này khỏi tệp.",
        "The registry says \"{0}\", the file says \"{1}\". Choose to update if the file is right, or leave the value out.");

    internal static readonly FailureDefinition FixedDiffers = new(
        "unit_registry.import_fixed_differs", FailureKind.Conflict,
        "Danh bạ đang ghi \"{0}\", tệp ghi \"{1}\". Ngày bắt đầu và kết thúc của đơn vị chỉ đổi bằng quyết định sắp xếp.",
        "The registry says \"{0}\", the file says \"{1}\". First and last day of a unit change by a reorganisation only.");
}
