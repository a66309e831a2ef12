using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>The groups of units that the programme asks to have a steering committee. Other types are "not required".</summary>
internal static class CommitteeGroups
{
    internal static IReadOnlyList<(string Name, UnitType[] Types)> All { get; } =
    [
        ("district", [UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity]),
        ("commune_level", [UnitType.Ward, UnitType.Commune, UnitType.Township, UnitType.SpecialZone]),
        ("high_school", [UnitType.HighSchool]),
        ("cec", [UnitType.Cec]),
    ];

    internal static UnitType[] Types { get; } = [.. All.SelectMany(group => group.Types)];
}
