using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Submissions.Ui;

/// <summary>How the types of units are called.</summary>
internal static class TypeWords
{
    internal static string Of(UnitType type, Language language) => (type switch
    {
        UnitType.Department => new LocalText("Sở, ngành", "Department"),
        UnitType.Ward => new LocalText("Phường", "Ward"),
        UnitType.Commune => new LocalText("Xã", "Commune"),
        UnitType.SpecialZone => new LocalText("Đặc khu", "Special zone"),
        UnitType.Preschool => new LocalText("Trường mầm non", "Preschool"),
        UnitType.Primary => new LocalText("Trường tiểu học", "Primary school"),
        UnitType.LowerSecondary => new LocalText("Trường THCS", "Lower secondary school"),
        UnitType.HighSchool => new LocalText("Trường THPT", "High school"),
        UnitType.Cec => new LocalText("Trung tâm GDTX", "Continuing education centre"),
        UnitType.Clc => new LocalText("Trung tâm học tập cộng đồng", "Community learning centre"),
        _ => new LocalText("Đơn vị khác", "Other unit"),
    }).In(language);
}
