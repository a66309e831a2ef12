using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>Which types of unit are areas, and which lie in areas to teach.</summary>
internal static class TerritoryTypes
{
    /// <summary>Wards, communes, townships and special zones.</summary>
    internal static UnitType[] CommuneLevel { get; } = [UnitType.Ward, UnitType.Commune, UnitType.Township, UnitType.SpecialZone];

    /// <summary>All types that are areas.</summary>
    internal static UnitType[] All { get; } =
        [UnitType.Province, UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity, .. CommuneLevel];

    /// <summary>Schools and centres.</summary>
    internal static UnitType[] Schools { get; } =
        [UnitType.Preschool, UnitType.Primary, UnitType.LowerSecondary, UnitType.HighSchool, UnitType.Cec, UnitType.Clc];
}
