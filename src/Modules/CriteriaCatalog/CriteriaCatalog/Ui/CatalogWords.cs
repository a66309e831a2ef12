using System.Text.Encodings.Web;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What the pages of the catalogue call things.</summary>
internal static class CatalogWords
{
    private static readonly Dictionary<string, LocalText> UnitTypes = new(StringComparer.Ordinal)
    {
        ["province"] = new("Thành phố", "City"),
        ["support_team"] = new("Tổ giúp việc", "Support team"),
        ["department"] = new("Sở, ngành", "Department"),
        ["urban_district"] = new("Quận (đến 30/06/2025)", "Urban district (until 30 June 2025)"),
        ["rural_district"] = new("Huyện (đến 30/06/2025)", "Rural district (until 30 June 2025)"),
        ["municipal_city"] = new("Thành phố thuộc thành phố (đến 30/06/2025)", "Municipal city (until 30 June 2025)"),
        ["ward"] = new("Phường", "Ward"),
        ["commune"] = new("Xã", "Commune"),
        ["township"] = new("Thị trấn (đến 30/06/2025)", "Township (until 30 June 2025)"),
        ["special_zone"] = new("Đặc khu", "Special zone"),
        ["preschool"] = new("Trường mầm non", "Preschool"),
        ["primary"] = new("Trường tiểu học", "Primary school"),
        ["lower_secondary"] = new("Trường THCS", "Lower secondary school"),
        ["high_school"] = new("Trường THPT", "High school"),
        ["cec"] = new("Trung tâm GDTX", "Continuing education centre"),
        ["clc"] = new("Trung tâm học tập cộng đồng", "Community learning centre"),
    };

    /// <summary>JSON as people read and edit it: indented, letters as they are.</summary>
    internal static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every type of unit that these pages have a word for.</summary>
    internal static IReadOnlyList<(string Value, LocalText Words)> AllUnitTypes { get; } = [.. UnitTypes.Select(type => (type.Key, type.Value))];

    /// <summary>A type of unit; the code itself for one that these pages have no word for.</summary>
    internal static LocalText UnitType(string code) => UnitTypes.GetValueOrDefault(code) ?? new(code, code);

    internal static LocalText Of(CriteriaSetOrigin origin) => origin switch
    {
        CriteriaSetOrigin.Official => new("Chính thức", "Official"),
        CriteriaSetOrigin.Reconstruction => new("Bản tái dựng, chưa đối chiếu", "Reconstruction, not checked"),
        _ => new("Trình diễn", "Demonstration"),
    };

    internal static Tone ToneOf(CriteriaSetOrigin origin) => origin == CriteriaSetOrigin.Official ? Tone.Neutral : Tone.Attention;

    internal static LocalText Of(VersionState state) => state switch
    {
        VersionState.Draft => new("Bản nháp", "Draft"),
        VersionState.Published => new("Đã công bố", "Published"),
        _ => new("Ngừng áp dụng", "Retired"),
    };

    internal static LocalText Of(IndicatorValueType type) => type switch
    {
        IndicatorValueType.Count => new("Số lượng", "Count"),
        IndicatorValueType.Amount => new("Giá trị", "Amount"),
        IndicatorValueType.Percent => new("Tỷ lệ phần trăm", "Percentage"),
        IndicatorValueType.Ratio => new("Tỷ số", "Ratio"),
        IndicatorValueType.YesNo => new("Có/không", "Yes or no"),
        IndicatorValueType.Level => new("Mức độ", "Level"),
        IndicatorValueType.Rating => new("Xếp điểm", "Rating"),
        _ => new("Văn bản", "Text"),
    };

    internal static LocalText Of(AggregationRule rule) => rule switch
    {
        AggregationRule.Sum => new("Cộng dồn", "Sum"),
        AggregationRule.RatioOfSums => new("Tổng tử số chia tổng mẫu số", "Sum of numerators over sum of denominators"),
        AggregationRule.ShareYes => new("Tỷ lệ đơn vị trả lời có", "Share of units that say yes"),
        AggregationRule.ShareByLevel => new("Tỷ lệ đơn vị ở từng mức", "Share of units at each level"),
        AggregationRule.Average => new("Trung bình", "Average"),
        AggregationRule.Minimum => new("Nhỏ nhất", "Minimum"),
        AggregationRule.Maximum => new("Lớn nhất", "Maximum"),
        AggregationRule.Latest => new("Số liệu mới nhất", "Latest"),
        _ => new("Không tổng hợp, chỉ liệt kê", "Not rolled up, listed only"),
    };

    internal static LocalText Of(OwnValue ownValue) => ownValue == OwnValue.Add
        ? new("Cộng thêm vào số của đơn vị cấp dưới", "Adds to what lower units give")
        : new("Thay cho số của đơn vị cấp dưới", "Stands in place of what lower units give");

    internal static LocalText Of(Direction direction) => direction switch
    {
        Direction.Higher => new("Cao hơn là tốt", "Higher is better"),
        Direction.Lower => new("Thấp hơn là tốt", "Lower is better"),
        _ => new("Không phân cao thấp", "Neither"),
    };

    internal static LocalText Of(IndicatorDataSource source) => source switch
    {
        IndicatorDataSource.OfficialData => new("Số liệu quản lý", "Official data"),
        IndicatorDataSource.Survey => new("Khảo sát", "Survey"),
        _ => new("Chuyên gia đánh giá", "Expert review"),
    };

    internal static LocalText? Of(IndicatorCounting counting) => counting switch
    {
        IndicatorCounting.Persons => new("Đếm người", "Persons"),
        IndicatorCounting.Participations => new("Đếm lượt", "Participations"),
        _ => null,
    };

    internal static LocalText? Of(IndicatorAccumulation accumulation) => accumulation switch
    {
        IndicatorAccumulation.Flow => new("Cả năm bằng tổng các kỳ", "The year is the sum of its periods"),
        IndicatorAccumulation.Stock => new("Cả năm lấy số cuối kỳ", "The year is its last figure"),
        _ => null,
    };

    internal static LocalText Of(EntryMode mode) => mode == EntryMode.YearToDate
        ? new("Lũy kế từ đầu năm", "Year to date")
        : new("Phát sinh trong kỳ", "What the period alone added");

    internal static LocalText Of(IndicatorFrequency frequency) => frequency switch
    {
        IndicatorFrequency.EveryPeriod => new("Mỗi kỳ báo cáo", "Every period"),
        IndicatorFrequency.HalfYear => new("6 tháng một lần", "Twice a year"),
        IndicatorFrequency.CalendarYear => new("Mỗi năm", "Once a year"),
        IndicatorFrequency.SchoolYear => new("Mỗi năm học", "Once a school year"),
        IndicatorFrequency.TwoYears => new("Hai năm một lần", "Every second year"),
        _ => new("Kỳ số liệu riêng", "Windows of its own"),
    };

    internal static LocalText Of(Confidence confidence) => confidence switch
    {
        Confidence.High => new("câu chữ tin cậy cao", "wording: high confidence"),
        Confidence.Medium => new("câu chữ tin cậy vừa", "wording: medium confidence"),
        _ => new("câu chữ tin cậy thấp", "wording: low confidence"),
    };
}
