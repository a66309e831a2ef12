using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Reads types of units as the API writes them (<c>high_school</c>) or as offices do (Trường THPT).</summary>
internal static class UnitTypeNames
{
    private static readonly Dictionary<string, UnitType> ByName = new(StringComparer.Ordinal)
    {
        ["tinh"] = UnitType.Province,
        ["thanh pho"] = UnitType.Province,
        ["to giup viec"] = UnitType.SupportTeam,
        ["so"] = UnitType.Department,
        ["so nganh"] = UnitType.Department,
        ["quan"] = UnitType.UrbanDistrict,
        ["huyen"] = UnitType.RuralDistrict,
        ["phuong"] = UnitType.Ward,
        ["xa"] = UnitType.Commune,
        ["thi tran"] = UnitType.Township,
        ["dac khu"] = UnitType.SpecialZone,
        ["mam non"] = UnitType.Preschool,
        ["truong mam non"] = UnitType.Preschool,
        ["tieu hoc"] = UnitType.Primary,
        ["truong tieu hoc"] = UnitType.Primary,
        ["thcs"] = UnitType.LowerSecondary,
        ["truong thcs"] = UnitType.LowerSecondary,
        ["thpt"] = UnitType.HighSchool,
        ["truong thpt"] = UnitType.HighSchool,
        ["gdtx"] = UnitType.Cec,
        ["trung tam gdtx"] = UnitType.Cec,
        ["tthtcd"] = UnitType.Clc,
        ["trung tam hoc tap cong dong"] = UnitType.Clc,
    };

    internal static bool TryRead(string text, out UnitType type) =>
        SnakeCase.TryParse(text, out type) || ByName.TryGetValue(SearchText.Fold(text), out type);
}
