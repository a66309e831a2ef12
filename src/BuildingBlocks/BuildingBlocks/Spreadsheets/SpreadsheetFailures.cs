using LearningCity.BuildingBlocks.Results;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Why a workbook is not read: one sentence per cause.</summary>
public static class SpreadsheetFailures
{
    /// <summary>There is nothing in the file.</summary>
    public static readonly FailureDefinition Empty = new(
        "spreadsheets.empty", FailureKind.Invalid,
        "Tệp không có nội dung. Vui lòng chọn lại tệp Excel (.xlsx).",
        "The file is empty. Choose the Excel file (.xlsx) again.");

    /// <summary>The file is larger than is read.</summary>
    public static readonly FailureDefinition TooLarge = new(
        "spreadsheets.too_large", FailureKind.TooLarge,
        "Tệp lớn hơn {0} MB. Vui lòng xóa hình ảnh, trang tính không cần thiết rồi tải lên lại.",
        "The file is larger than {0} MB. Remove pictures and sheets that are not needed, then upload it again.");

    /// <summary>Unpacked, the file is larger than is read; also what is made to fill the memory.</summary>
    public static readonly FailureDefinition TooMuchInside = new(
        "spreadsheets.too_much_inside", FailureKind.TooLarge,
        "Nội dung bên trong tệp lớn hơn mức hệ thống đọc. Vui lòng dùng tệp mẫu do hệ thống tạo ra.",
        "What the file holds is larger than the system reads. Use the workbook that the system made.");

    /// <summary>A sheet has more rows or cells than are read.</summary>
    public static readonly FailureDefinition TooManyCells = new(
        "spreadsheets.too_many_cells", FailureKind.TooLarge,
        "Trang tính “{0}” có quá nhiều dòng hoặc cột (tối đa {1} dòng). Vui lòng chia thành nhiều tệp.",
        "The sheet “{0}” has too many rows or columns (at most {1} rows). Split it into several files.");

    /// <summary>The file is protected by a password to open it.</summary>
    public static readonly FailureDefinition Encrypted = new(
        "spreadsheets.encrypted", FailureKind.Invalid,
        "Tệp đang đặt mật khẩu mở tệp. Vui lòng bỏ mật khẩu, lưu lại rồi tải lên.",
        "The file needs a password to open. Remove the password, save it and upload it again.");

    /// <summary>The format before 2007.</summary>
    public static readonly FailureDefinition OldFormat = new(
        "spreadsheets.old_format", FailureKind.UnsupportedType,
        "Tệp ở định dạng cũ (.xls). Vui lòng mở bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (.xlsx) rồi tải lên.",
        "The file is in the old format (.xls). Open it in Excel, save it as Excel Workbook (.xlsx) and upload that.");

    /// <summary>Something else than a workbook, or a workbook with macros.</summary>
    public static readonly FailureDefinition NotAWorkbook = new(
        "spreadsheets.not_a_workbook", FailureKind.UnsupportedType,
        "Tệp không phải là tệp Excel (.xlsx) không chứa macro. Vui lòng chọn lại tệp.",
        "The file is not an Excel workbook (.xlsx) without macros. Choose another file.");

    /// <summary>A workbook that is damaged.</summary>
    public static readonly FailureDefinition Damaged = new(
        "spreadsheets.damaged", FailureKind.Invalid,
        "Không đọc được tệp Excel này, có thể tệp bị hỏng khi lưu hoặc gửi. Vui lòng mở bằng Excel, lưu lại rồi tải lên.",
        "This workbook could not be read; it may have been damaged while it was saved or sent. Open it in Excel, save it and upload it again.");

    /// <summary>There is no sheet of that name.</summary>
    public static readonly FailureDefinition NoSuchSheet = new(
        "spreadsheets.no_such_sheet", FailureKind.Invalid,
        "Tệp không có trang tính “{0}”. Vui lòng dùng tệp mẫu và giữ nguyên tên các trang tính.",
        "The workbook has no sheet “{0}”. Use the template and keep the names of its sheets.");
}
