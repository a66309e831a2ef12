using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>Names of types of units, for people, in the order of the tiers.</summary>
internal static class UnitTypeNames
{
    private static readonly (string Type, LocalText Name)[] Names =
    [
        ("province", new("Thành phố, tỉnh", "City, province")),
        ("support_team", new("Tổ giúp việc", "Support team")),
        ("department", new("Sở, ban, ngành", "Department")),
        ("urban_district", new("Quận", "Urban district")),
        ("rural_district", new("Huyện", "Rural district")),
        ("municipal_city", new("Thành phố thuộc thành phố", "Municipal city")),
        ("ward", new("Phường", "Ward")),
        ("commune", new("Xã", "Commune")),
        ("township", new("Thị trấn", "Township")),
        ("special_zone", new("Đặc khu", "Special zone")),
        ("preschool", new("Trường mầm non", "Preschool")),
        ("primary", new("Trường tiểu học", "Primary school")),
        ("lower_secondary", new("Trường trung học cơ sở", "Lower secondary school")),
        ("high_school", new("Trường trung học phổ thông", "High school")),
        ("cec", new("Trung tâm giáo dục thường xuyên", "Continuing education centre")),
        ("clc", new("Trung tâm học tập cộng đồng", "Community learning centre")),
    ];

    internal static LocalText Of(string type) =>
        Array.Find(Names, name => name.Type == type).Name ?? new LocalText(type, type);

    internal static int OrderOf(string type)
    {
        var order = Array.FindIndex(Names, name => name.Type == type);
        return order < 0 ? int.MaxValue : order;
    }

    /// <summary>Name of a tier.</summary>
    internal static LocalText Of(Tier tier) => tier switch
    {
        Tier.School => new("Trường, trung tâm", "Schools and centres"),
        Tier.Locality => new("Phường, xã, quận, huyện", "Wards, communes and districts"),
        _ => new("Sở, ban, ngành", "Departments"),
    };
}
