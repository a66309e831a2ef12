using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Ui;

/// <summary>What the pages of this module call things.</summary>
internal static class PeriodWords
{
    private static readonly Dictionary<string, LocalText> UnitTypes = new(StringComparer.Ordinal)
    {
        ["province"] = new("Thành phố", "City"),
        ["support_team"] = new("Tổ giúp việc", "Support team"),
        ["department"] = new("Sở, ngành", "Departments"),
        ["urban_district"] = new("Quận", "Urban districts"),
        ["rural_district"] = new("Huyện", "Rural districts"),
        ["municipal_city"] = new("Thành phố thuộc thành phố", "Municipal cities"),
        ["ward"] = new("Phường", "Wards"),
        ["commune"] = new("Xã", "Communes"),
        ["township"] = new("Thị trấn", "Townships"),
        ["special_zone"] = new("Đặc khu", "Special zones"),
        ["preschool"] = new("Trường mầm non", "Preschools"),
        ["primary"] = new("Trường tiểu học", "Primary schools"),
        ["lower_secondary"] = new("Trường THCS", "Lower secondary schools"),
        ["high_school"] = new("Trường THPT", "High schools"),
        ["cec"] = new("Trung tâm GDTX", "Continuing education centres"),
        ["clc"] = new("Trung tâm học tập cộng đồng", "Community learning centres"),
    };

    internal static IEnumerable<KeyValuePair<string, LocalText>> AllUnitTypes => UnitTypes;

    internal static LocalText UnitType(string code) => UnitTypes.GetValueOrDefault(code) ?? new(code, code);

    /// <summary>Kinds of days that an edit may make, as the API names them.</summary>
    internal static readonly IReadOnlyList<string> DayKinds = ["holiday", "worked_instead", "plain", "as_announced"];

    internal static LocalText Day(string kind) => kind switch
    {
        "holiday" => new("Ngày nghỉ", "Day off"),
        "worked_instead" => new("Ngày làm bù", "Worked in exchange for a day off"),
        "plain" => new("Ngày thường", "Plain day"),
        _ => new("Theo thông báo chung", "As announced"),
    };

    internal static LocalText Request(string state) => state switch
    {
        "asked" => new("Chờ trả lời", "Waits for an answer"),
        "granted" => new("Được gia hạn", "Extended"),
        _ => new("Không gia hạn", "Not extended"),
    };

    internal static Tone ToneOfRequest(string state) => state switch
    {
        "asked" => Tone.Attention,
        "granted" => Tone.Done,
        _ => Tone.Neutral,
    };

    internal static LocalText HandOver(string state) => state switch
    {
        "undecided" => new("Cần quyết định", "To be decided"),
        "kept" => new("Đơn vị cũ hoàn thành", "Kept with the old unit"),
        _ => new("Đã bàn giao", "Handed over"),
    };

    /// <summary>A period's state, and of an open one whether its last due date has passed.</summary>
    internal static LocalText Phase(PeriodState state, string phase) =>
        phase == "in_review" ? new("Đang duyệt", "In review") : Of(state);

    internal static LocalText Of(PeriodState state) => state switch
    {
        PeriodState.Planned => new("Đã lập", "Planned"),
        PeriodState.Open => new("Đang mở", "Open"),
        PeriodState.Sealed => new("Đã niêm phong", "Sealed"),
        _ => new("Đã đóng", "Closed"),
    };

    internal static Tone ToneOf(PeriodState state) => state switch
    {
        PeriodState.Planned => Tone.Neutral,
        PeriodState.Open => Tone.Info,
        _ => Tone.Final,
    };

    internal static LocalText Tier(string tier) => tier switch
    {
        "school" => new("Trường, trung tâm", "Schools and centres"),
        "locality" => new("Phường, xã, đặc khu (trước 01/07/2025: quận, huyện)", "Wards, communes (before 1 July 2025: districts)"),
        _ => new("Sở, ngành", "Departments"),
    };

    internal static LocalText ObligationState(string state) => state switch
    {
        "late" => new("Trễ hạn", "Late"),
        "submitted" => new("Đã gửi", "Submitted"),
        "extended" => new("Được gia hạn", "Extended"),
        _ => new("Chưa gửi", "Not submitted"),
    };

    internal static Tone ToneOfObligation(string state) => state switch
    {
        "late" => Tone.Error,
        "submitted" => Tone.Done,
        _ => Tone.Neutral,
    };

    /// <summary>A rule of reminders: five working days before, on the day.</summary>
    internal static LocalText Rule(int days) => days switch
    {
        0 => new("Đúng ngày đến hạn", "On the due date"),
        < 0 => new($"Trước hạn {-days} ngày làm việc", $"{-days} working {(days == -1 ? "day" : "days")} before"),
        _ => new($"Sau hạn {days} ngày làm việc", $"{days} working {(days == 1 ? "day" : "days")} after"),
    };

    internal static LocalText Outcome(string outcome, string? reason) => (outcome, reason) switch
    {
        ("sent", _) => new("Đã nhắc", "Sent"),
        ("not_needed", _) => new("Không cần: đơn vị đã gửi", "Not needed: the unit had submitted"),
        (_, "too_late") => new("Bỏ qua: đã quá ngày nhắc", "Skipped: its day was long past"),
        (_, "superseded") => new("Bỏ qua: gộp vào lần nhắc sau", "Skipped: the next one had come due"),
        (_, "period_closed") => new("Bỏ qua: kỳ đã đóng", "Skipped: the period closed first"),
        _ => new("Bỏ qua: nạp dữ liệu trình diễn sau ngày nhắc, tác vụ nền đang tắt", "Skipped: demonstration loaded after the fact, jobs off"),
    };
}
