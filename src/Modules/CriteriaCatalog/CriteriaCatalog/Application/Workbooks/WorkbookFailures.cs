using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>What is refused of a workbook before it can be read as a pack.</summary>
internal static class WorkbookFailures
{
    internal static readonly FailureDefinition ColumnUnknown = new(
        "criteria_catalog.column_unknown", FailureKind.Invalid,
        "Trang tính “{0}” không có cột “{1}”. Vui lòng giữ nguyên dòng tiêu đề của tệp xuất ra.",
        "The sheet “{0}” has no column “{1}”. Keep the header row of the exported file.");

    internal static readonly FailureDefinition ColumnRepeated = new(
        "criteria_catalog.column_repeated", FailureKind.Invalid,
        "Cột “{0}” có hai lần. Vui lòng giữ một cột.", "The column “{0}” is there twice. Keep one of them.");

    internal static readonly FailureDefinition OneSetOnly = new(
        "criteria_catalog.one_set_only", FailureKind.Invalid,
        "Trang tính “{0}” cần đúng một dòng dữ liệu.", "The sheet “{0}” needs exactly one row of data.");

    internal static readonly FailureDefinition ParentUnknown = new(
        "criteria_catalog.parent_unknown", FailureKind.Invalid,
        "Trang tính “{1}” không có mã “{0}” ở phía trên.", "The sheet “{1}” has no code “{0}” above.");

    internal static readonly FailureDefinition TooDeep = new(
        "criteria_catalog.workbook_too_deep", FailureKind.Invalid,
        "Cây tiêu chí trong tệp sâu hơn {0} cấp.", "The tree in the file is more than {0} levels deep.");

    internal static readonly FailureDefinition CellHasError = new(
        "criteria_catalog.cell_has_error", FailureKind.Invalid,
        "Ô này đang báo {0}. Vui lòng sửa công thức trong Excel.", "This cell shows {0}. Put the formula right in Excel.");
}
