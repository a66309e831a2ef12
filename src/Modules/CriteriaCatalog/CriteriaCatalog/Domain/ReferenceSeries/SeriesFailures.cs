using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

/// <summary>What is refused about reference series.</summary>
internal static class SeriesFailures
{
    internal static readonly FailureDefinition NotFound = new(
        "criteria_catalog.series_not_found", FailureKind.NotFound,
        "Không có dãy số tham chiếu nào mang mã {0}. Vui lòng kiểm tra lại mã.",
        "There is no reference series with the code {0}. Check the code.");

    internal static readonly FailureDefinition ReleaseNotFound = new(
        "criteria_catalog.series_release_not_found", FailureKind.NotFound,
        "Dãy số {0} chưa có đợt công bố {1}.", "The series {0} has no release {1}.");

    internal static readonly FailureDefinition CodeTaken = new(
        "criteria_catalog.series_code_taken", FailureKind.Conflict,
        "Mã {0} đã dùng cho một dãy số khác. Vui lòng chọn mã khác.",
        "Another series has the code {0}. Choose a different one.");

    internal static readonly FailureDefinition NothingNew = new(
        "criteria_catalog.series_nothing_new", FailureKind.Conflict,
        "Tệp không có số liệu nào khác với đợt công bố hiện tại, nên không tạo đợt mới.",
        "The file says nothing that differs from the present release, so no release was made.");

    internal static readonly FailureDefinition RowsRefused = new(
        "criteria_catalog.series_rows_refused", FailureKind.Invalid,
        "Còn {0} chỗ cần sửa trong tệp, nên chưa nhập dòng nào. Vui lòng xem từng dòng.",
        "The file has {0} things to put right, so nothing was imported. See each row.");

    internal static readonly FailureDefinition NoRows = new(
        "criteria_catalog.series_no_rows", FailureKind.Invalid,
        "Tệp chưa có dòng số liệu nào. Dòng đầu cần có tên cột: unitCode, date, ageGroup, sex, value.",
        "The file has no rows. Its first line names the columns: unitCode, date, ageGroup, sex, value.");

    internal static readonly FailureDefinition ColumnMissing = new(
        "criteria_catalog.series_column_missing", FailureKind.Invalid,
        "Dòng đầu thiếu cột {0}. Các cột: unitCode, date, ageGroup, sex, value.",
        "The first line has no column {0}. The columns: unitCode, date, ageGroup, sex, value.");

    internal static readonly FailureDefinition TooManyRows = new(
        "criteria_catalog.series_too_many_rows", FailureKind.TooLarge,
        "Mỗi lần nhập tối đa {0} dòng. Vui lòng chia tệp theo ngày.",
        "An import takes {0} rows at most. Split the file by day.");

    internal static readonly FailureDefinition UnitCodeMalformed = new(
        "criteria_catalog.series_unit_code_malformed", FailureKind.Invalid,
        "Mã đơn vị gồm 1-{0} ký tự.", "A unit code has 1 to {0} characters.");

    internal static readonly FailureDefinition DateMalformed = new(
        "criteria_catalog.series_date_malformed", FailureKind.Invalid,
        "Ngày cần có dạng 2025-07-01.", "A date is written 2025-07-01.");

    internal static readonly FailureDefinition AgeGroupMalformed = new(
        "criteria_catalog.series_age_group_malformed", FailureKind.Invalid,
        "Nhóm tuổi cần có dạng 15-60, 65+ hoặc 5; để trống là mọi lứa tuổi.",
        "An age group is written 15-60, 65+ or 5; empty for all ages.");

    internal static readonly FailureDefinition SexUnknown = new(
        "criteria_catalog.series_sex_unknown", FailureKind.Invalid,
        "Giới tính là female, male hoặc total; để trống là chung.",
        "Sex is female, male or total; empty for everybody.");

    internal static readonly FailureDefinition ValueMalformed = new(
        "criteria_catalog.series_value_malformed", FailureKind.Invalid,
        "Giá trị là số từ 0, dùng dấu chấm thập phân, tối đa 6 chữ số thập phân, không có dấu phân nhóm; để trống khi rút lại số đã công bố.",
        "A value is a number from 0 on, with a decimal point, 6 decimals at most and no grouping; empty to take back what was published.");

    internal static readonly FailureDefinition RowRepeated = new(
        "criteria_catalog.series_row_repeated", FailureKind.Invalid,
        "Dòng này lặp lại dòng {0} (cùng đơn vị, ngày, nhóm tuổi, giới tính).",
        "This row repeats row {0} (same unit, date, age group and sex).");
}
