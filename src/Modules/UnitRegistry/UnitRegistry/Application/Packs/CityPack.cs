using System.Globalization;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Packs;

/// <summary>
/// The built-in registry of Ho Chi Minh City: its departments, the three provinces that became the city of today with their districts and
/// communes, and the reform of 1 July 2025 as reorganisations. Sources and what was settled: Data/SOURCES.md.
/// </summary>
internal static class CityPack
{
    internal const string Key = "ho-chi-minh-city.1";

    /// <summary>Day of the reform.</summary>
    internal static readonly DateOnly Reform = new(2025, 7, 1);

    /// <summary>Since when the list of commune-level units of the first half of 2025 holds.</summary>
    internal static readonly DateOnly ListOf2025 = new(2025, 1, 1);

    /// <summary>Since when Hồ Chí Minh City had its 22 districts, Thủ Đức City among them.</summary>
    private static readonly DateOnly ThuDucCity = new(2021, 1, 1);

    /// <summary>The units as they were before the reform, parents before children.</summary>
    internal static IReadOnlyList<NewUnit> Units()
    {
        var units = new Dictionary<string, NewUnit>();
        Add(units, WellKnownUnits.City, "Thành phố Hồ Chí Minh", "Ho Chi Minh City", UnitType.Province, new DateOnly(1976, 7, 2), null, null);
        Add(units, "74", "Tỉnh Bình Dương", "Binh Duong Province", UnitType.Province, new DateOnly(1997, 1, 1), null, null);
        Add(units, "77", "Tỉnh Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau Province", UnitType.Province, new DateOnly(1991, 8, 12), null, null);
        foreach (var row in PackTable.Read("departments.csv"))
        {
            var reportsTo = row["code"] == WellKnownUnits.SupportTeam ? null : WellKnownUnits.SupportTeam;
            Add(units, row["code"], row["nameVi"], row["nameEn"], Type(row), Day(row["from"]), WellKnownUnits.City, reportsTo);
        }

        foreach (var row in PackTable.Read("districts-until-2025-06.csv"))
        {
            var isCity = row["province"] == WellKnownUnits.City;
            Add(units, row["code"], row["nameVi"], row["nameEn"], Type(row), isCity ? ThuDucCity : ListOf2025, row["province"],
                isCity ? WellKnownUnits.EducationDepartment : row["province"]);
        }

        foreach (var row in PackTable.Read("communes-until-2025-06.csv"))
            Add(units, row["code"], row["nameVi"], row["nameEn"], Type(row), ListOf2025, row["district"], row["district"]);
        AddPoints(units);
        return [.. units.Values];
    }

    /// <summary>The points that are known are those of the units of today: of the former ones, only those that went on have one.</summary>
    private static void AddPoints(Dictionary<string, NewUnit> units)
    {
        var formerCodeOf = PackTable.Read("reform-of-2025-07-01.csv").Where(row => row["extent"] == "unchanged")
            .ToDictionary(row => row["newCode"], row => row["oldCode"]);
        foreach (var row in PackTable.Read("communes-since-2025-07.csv"))
        {
            if (!formerCodeOf.TryGetValue(row["code"], out var code)) continue;
            units[code] = units[code] with
            {
                Latitude = Number(row["latitude"]),
                Longitude = Number(row["longitude"]),
                AreaKm2 = Number(row["areaKm2"]),
            };
        }
    }

    private static void Add(
        Dictionary<string, NewUnit> units, string code, string vi, string en, UnitType type, DateOnly from, string? liesIn, string? reportsTo)
    {
        var places = new List<NewPlace>();
        if (liesIn is not null) places.Add(Place(UnitRelation.LiesIn, units[liesIn], from));
        if (reportsTo is not null) places.Add(Place(UnitRelation.ReportsTo, units[reportsTo], from));
        units.Add(code, new NewUnit(Ids.New(), code, new LocalText(vi, en), type, from, null, places));
    }

    /// <summary>A department is older than the programme: it reports to the support team from the day that there is one.</summary>
    private static NewPlace Place(UnitRelation relation, NewUnit parent, DateOnly from) =>
        new(relation, parent.Id, from < parent.FoundedOn ? parent.FoundedOn : from, null);

    internal static UnitType Type(IReadOnlyDictionary<string, string> row) => SnakeCase.TryParse<UnitType>(row["type"], out var type)
        ? type
        : throw new InvalidOperationException($"The built-in registry has no type {row["type"]}.");

    internal static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
