using static LearningCity.CriteriaCatalog.Application.Workbooks.ColumnKind;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>
/// How a pack lies in the sheets of a workbook. Field names are those of docs/criteria-set-pack.schema.json; a field that is added
/// there and not here is found by the test that turns packs into workbooks and back.
/// </summary>
internal static class PackTables
{
    internal static readonly PackTable Set = new("Set", null,
    [
        Column("code", "Mã bộ", "Set code"), Column("version", "Phiên bản", "Version", Number), .. Both("name", "Tên", "Name"),
        Column("origin", "Loại", "Origin"), .. Both("source", "Nguồn", "Source"), Column("licence", "Giấy phép", "Licence"),
        Column("validFrom", "Áp dụng từ", "Valid from", Date), Column("validTo", "Đến", "Valid to", Date),
        .. Both("indicatorName", "Tên cấp chỉ số", "Name of indicators"), Column("scoring.mode", "Cách chấm", "Scoring"),
    ]);

    internal static readonly PackTable Levels = new("Levels", null,
        [Column("vi", "Tên cấp (tiếng Việt)", "Level (Vietnamese)", width: 30), Column("en", "Tên cấp (tiếng Anh)", "Level (English)", width: 30)]);

    internal static readonly PackTable Dimensions = new("Dimensions", null, Coded);

    internal static readonly PackTable Categories = new("Categories", Column("dimension", "Cách phân tổ", "Dimension"), Coded);

    internal static readonly PackTable Grades = new("Grades", null, [.. Coded, Column("atLeast", "Từ điểm", "From points", Number)]);

    internal static readonly PackTable Nodes = new("Nodes", Column("parent", "Thuộc", "Below"),
        [.. Coded, Column("confidence", "Độ tin cậy", "Confidence")]);

    internal static readonly PackTable Indicators = new("Indicators", Column("node", "Thuộc tiêu chí", "Criterion"),
    [
        Column("code", "Mã", "Code"), Column("predecessor", "Mã trước đây", "Earlier code"), .. Both("name", "Tên", "Name"),
        .. Both("definition", "Định nghĩa", "Definition"), Column("valueType", "Kiểu giá trị", "Value type"),
        .. Both("measureUnit", "Đơn vị tính", "Unit of measure"), Column("decimals", "Số lẻ", "Decimals", Number),
        Column("direction", "Chiều tốt", "Direction"), Column("aggregation", "Tổng hợp", "Aggregation"),
        Column("ownValue", "Số của chính đơn vị", "Own value"), Column("dataSource", "Nguồn số liệu", "Data source"),
        .. Both("sourceNote", "Lấy số liệu từ", "Taken from"), .. Both("legalBasis", "Căn cứ pháp lý", "Legal basis"),
        Column("counting", "Cách đếm", "Counting"), Column("accumulation", "Theo thời gian", "Over time"),
        Column("entryMode", "Cách nhập", "Entry"), Column("frequency", "Tần suất", "Frequency"),
        Column("window.startMonth", "Tháng đầu", "First month", Number), Column("window.startDay", "Ngày đầu", "First day", Number),
        Column("window.months", "Số tháng", "Months", Number), Column("window.everyMonths", "Lặp sau (tháng)", "Every (months)", Number),
        .. Both("numerator", "Tử số", "Numerator"), .. Both("denominator", "Mẫu số", "Denominator"),
        Column("factor", "Hệ số", "Factor", Number), Column("formula", "Công thức", "Formula", width: 24),
        Column("registryCount.measure", "Đếm từ danh bạ", "Registry count"),
        Column("registryCount.unitTypes", "Loại đơn vị được đếm", "Unit types counted", List),
        Column("registryCount.title", "Danh hiệu", "Title"), Column("registryCount.level", "Mức danh hiệu", "Level of title"),
        Column("reportingCount.measure", "Đếm từ báo cáo", "Reporting count"),
        Column("reportingCount.unitTypes", "Loại đơn vị báo cáo được đếm", "Unit types of reports", List),
        .. Series("valueSeries", "Dãy số cho giá trị", "Series of the value"),
        .. Series("numeratorSeries", "Dãy số cho tử số", "Series of the numerator"),
        .. Series("denominatorSeries", "Dãy số cho mẫu số", "Series of the denominator"),
        Column("disaggregations", "Phân tổ theo", "Broken down by", List), Column("reporterTypes", "Đơn vị báo cáo", "Who reports", List),
        Column("leadAgency.unit", "Đơn vị chủ trì", "Lead unit"), Column("leadAgency.unitType", "Loại đơn vị chủ trì", "Lead unit type"),
        Column("target", "Chỉ tiêu chung", "Plain target", Number), Column("baseline.value", "Xuất phát điểm", "Baseline", Number),
        Column("baseline.on", "Tại ngày", "Baseline on", Date), .. Both("evidenceHint", "Gợi ý minh chứng", "Evidence hint"),
        Column("confidence", "Độ tin cậy", "Confidence"), Column("references", "Dựa trên", "Made from", List),
    ]);

    internal static readonly PackTable Scales = OfIndicator("Scales", Coded);

    internal static readonly PackTable Agencies = OfIndicator("Agencies",
        [Column("unit", "Đơn vị phối hợp", "Cooperating unit"), Column("unitType", "Loại đơn vị phối hợp", "Cooperating unit type")]);

    internal static readonly PackTable Targets = OfIndicator("Targets",
    [
        Column("value", "Chỉ tiêu", "Target", Number), Column("year", "Năm", "Year", Number), Column("period", "Kỳ", "Period"),
        Column("unitType", "Loại đơn vị", "Unit type"), Column("unit", "Đơn vị", "Unit"), Column("level", "Mức", "Level"),
    ]);

    internal static readonly PackTable Points = OfIndicator("Points",
        [Column("from", "Từ giá trị", "From value", Number), Column("points", "Điểm", "Points", Number)]);

    internal static readonly PackTable Rules = OfIndicator("Rules",
    [
        Column("kind", "Loại quy tắc", "Kind"), Column("severity", "Mức độ", "Severity"), Column("part", "Phần", "Part"),
        Column("minimum", "Từ", "Minimum", Number), Column("maximum", "Đến", "Maximum", Number), Column("comparison", "So sánh", "Comparison"),
        Column("formula", "Với", "With", width: 24), Column("percent", "Biến động %", "Change %", Number), .. Both("message", "Thông báo", "Message"),
    ]);

    internal static readonly PackTable Evidence = OfIndicator("Evidence",
        [Column("kind", "Loại minh chứng", "Kind"), Column("mandatory", "Bắt buộc", "Mandatory", Switch), .. Both("name", "Tên", "Name")]);

    /// <summary>Every sheet, in order; those above come before those that name them.</summary>
    internal static IReadOnlyList<PackTable> All { get; } =
        [Set, Levels, Dimensions, Categories, Grades, Nodes, Indicators, Scales, Agencies, Targets, Points, Rules, Evidence];

    /// <summary>Lists of an indicator that have a sheet of their own, by their name in JSON.</summary>
    internal static IReadOnlyList<(PackTable Table, string Field)> OfIndicators { get; } =
    [
        (Scales, "levels"), (Agencies, "cooperatingAgencies"), (Targets, "targets"), (Points, "points"), (Rules, "rules"), (Evidence, "evidence"),
    ];

    private static IReadOnlyList<PackColumn> Coded => [Column("code", "Mã", "Code"), .. Both("name", "Tên", "Name")];

    private static PackTable OfIndicator(string sheet, IReadOnlyList<PackColumn> columns) =>
        new(sheet, Column("indicator", "Chỉ số", "Indicator"), columns);

    private static PackColumn Column(string field, string vi, string en, ColumnKind kind = Text, int width = 14) => new(field, kind, new(vi, en), width);

    private static PackColumn[] Series(string field, string vi, string en) =>
    [
        Column($"{field}.series", vi, en), Column($"{field}.ageGroup", vi + ": nhóm tuổi", en + ": age group"),
        Column($"{field}.sex", vi + ": giới tính", en + ": sex"),
    ];

    private static PackColumn[] Both(string field, string vi, string en) =>
    [
        Column($"{field}.vi", vi + " (tiếng Việt)", en + " (Vietnamese)", width: 36),
        Column($"{field}.en", vi + " (tiếng Anh)", en + " (English)", width: 36),
    ];
}
