using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Ui;

/// <summary>How the pages call what the registry keeps.</summary>
internal static class UnitWords
{
    internal static LocalText Of(UnitType type) => type switch
    {
        UnitType.Province => new("Tỉnh, thành phố trực thuộc trung ương", "Province or centrally governed city"),
        UnitType.SupportTeam => new("Tổ giúp việc", "Support team"),
        UnitType.Department => new("Sở, ngành", "Department"),
        UnitType.UrbanDistrict => new("Quận", "Urban district"),
        UnitType.RuralDistrict => new("Huyện", "Rural district"),
        UnitType.MunicipalCity => new("Thành phố thuộc cấp huyện", "City at district level"),
        UnitType.Ward => new("Phường", "Ward"),
        UnitType.Commune => new("Xã", "Commune"),
        UnitType.Township => new("Thị trấn", "Township"),
        UnitType.SpecialZone => new("Đặc khu", "Special zone"),
        UnitType.Preschool => new("Trường mầm non", "Preschool"),
        UnitType.Primary => new("Trường tiểu học", "Primary school"),
        UnitType.LowerSecondary => new("Trường THCS", "Lower secondary school"),
        UnitType.HighSchool => new("Trường THPT", "High school"),
        UnitType.Cec => new("Trung tâm GDTX", "Continuing education centre"),
        _ => new("Trung tâm học tập cộng đồng", "Community learning centre"),
    };

    internal static LocalText Of(UnitRelation relation) => relation == UnitRelation.LiesIn
        ? new("Nằm trên địa bàn", "Lies in")
        : new("Báo cáo cho", "Reports to");

    internal static LocalText Of(MapMeasure measure) => measure switch
    {
        MapMeasure.Area => new("Diện tích (km²)", "Area (km²)"),
        MapMeasure.Committee => new("Ban Chỉ đạo", "Steering committee"),
        _ => new("Số cơ sở giáo dục", "Schools and centres"),
    };

    internal static LocalText Of(TransferExtent extent) => extent switch
    {
        TransferExtent.Whole => new("Toàn bộ", "Whole"),
        TransferExtent.Part => new("Một phần", "Part"),
        _ => new("Không thay đổi", "Unchanged"),
    };

    internal static LocalText Of(ReorganisationKind kind) => kind switch
    {
        ReorganisationKind.Merge => new("Sáp nhập", "Merger"),
        ReorganisationKind.PartialTransfer => new("Chuyển một phần", "Partial transfer"),
        ReorganisationKind.Split => new("Chia tách", "Split"),
        ReorganisationKind.Rename => new("Đổi tên", "Renaming"),
        ReorganisationKind.ChangeType => new("Đổi loại", "Change of type"),
        ReorganisationKind.Move => new("Chuyển nơi trực thuộc", "Move"),
        ReorganisationKind.Close => new("Kết thúc hoạt động", "Closing"),
        _ => new("Hủy bản ghi nhầm", "Mistaken record annulled"),
    };

    internal static LocalText Of(SeatRole role) => role switch
    {
        SeatRole.Head => new("Trưởng ban", "Head"),
        SeatRole.StandingDeputy => new("Phó trưởng ban thường trực", "Standing deputy head"),
        SeatRole.Deputy => new("Phó trưởng ban", "Deputy head"),
        SeatRole.Member => new("Thành viên", "Member"),
        _ => new("Tổ giúp việc", "Support team"),
    };

    internal static LocalText Of(FocalPointRank rank) => rank == FocalPointRank.Principal
        ? new("Đầu mối chính", "First to be called")
        : new("Người thay thế", "Deputy");

    /// <summary>Registers whose codes are recorded; others come in over the API.</summary>
    internal static IReadOnlyList<string> Schemes { get; } = ["statistics", "moet_school", "tax"];

    internal static LocalText OfScheme(string scheme) => scheme switch
    {
        "registry" => new("Mã của danh bạ", "Code in this registry"),
        "statistics" => new("Mã thống kê", "Statistics office code"),
        "moet_school" => new("Mã trường của Bộ GDĐT", "Ministry school code"),
        "tax" => new("Mã số thuế", "Tax code"),
        _ => new(scheme, scheme),
    };

    internal static LocalText OfGroupKind(string kind) => kind == "professional_cluster"
        ? new("Cụm chuyên môn", "Professional cluster")
        : new(kind, kind);

    /// <summary>The groups of committee coverage.</summary>
    internal static LocalText OfGroup(string group) => group switch
    {
        "district" => new("Quận, huyện và thành phố Thủ Đức", "Districts and Thủ Đức City"),
        "commune_level" => new("Phường, xã, thị trấn, đặc khu", "Wards, communes, townships, special zones"),
        "high_school" => new("Trường THPT", "High schools"),
        "cec" => new("Trung tâm GDTX", "Continuing education centres"),
        _ => new(group, group),
    };
}
