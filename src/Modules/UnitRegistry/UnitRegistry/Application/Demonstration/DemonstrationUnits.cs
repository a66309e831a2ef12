using System.Globalization;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Demonstration;

/// <summary>
/// Schools and centres of the demonstration city, plainly named as such, in the numbers that were reported for November 2024: 205 high
/// schools and 31 continuing education centres, and a preschool, a primary and a lower secondary school for every ward of today that lies
/// in the old city. Each lies in a district until the end of 2024 (which wards there were is not known), in a unit of commune level in the
/// first half of 2025, and in one of its successors since.
/// </summary>
internal sealed class DemonstrationUnits(CityMap map)
{
    internal const int HighSchools = 205;
    internal const int Centres = 31;

    private static readonly DateOnly Founded = new(2024, 9, 5);
    private static readonly DateOnly LastOf2024 = new(2024, 12, 31);
    private static readonly DateOnly EveOfReform = new(2025, 6, 30);

    internal IReadOnlyList<NewUnit> All() =>
    [
        .. Range(HighSchools).Select(i => Unit(UnitType.HighSchool, "THPT", "Trường THPT Trình diễn", "Demonstration High School", 3, i, map.Spot(i))),
        .. Range(Centres).Select(i => Unit(
            UnitType.Cec, "GDTX", "Trung tâm GDNN-GDTX Trình diễn", "Demonstration Continuing Education Centre", 2, i, map.SpotInDistrict(i))),
        .. Range(map.Spots.Count).Select(i => Unit(UnitType.Preschool, "MN", "Trường Mầm non Trình diễn", "Demonstration Preschool", 3, i, map.Spot(i))),
        .. Range(map.Spots.Count).Select(i => Unit(UnitType.Primary, "TH", "Trường Tiểu học Trình diễn", "Demonstration Primary School", 3, i, map.Spot(i))),
        .. Range(map.Spots.Count).Select(i => Unit(
            UnitType.LowerSecondary, "THCS", "Trường THCS Trình diễn", "Demonstration Lower Secondary School", 3, i, map.Spot(i))),
    ];

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private NewUnit Unit(UnitType type, string mark, string vi, string en, int digits, int index, Spot spot)
    {
        var number = (index + 1).ToString($"D{digits}", CultureInfo.InvariantCulture);
        return new NewUnit(
            Ids.New(), $"DEMO-{mark}-{number}", new LocalText($"{vi} {number}", $"{en} {number}"), type, Founded, null,
            [.. Places(type, spot)], IsDemonstration: true);
    }

    private IEnumerable<NewPlace> Places(UnitType type, Spot spot)
    {
        yield return new NewPlace(UnitRelation.LiesIn, spot.DistrictId, Founded, LastOf2024);
        yield return new NewPlace(UnitRelation.LiesIn, spot.CommuneId, CityPack.ListOf2025, EveOfReform);
        yield return new NewPlace(UnitRelation.LiesIn, spot.WardId, CityPack.Reform, null);
        if (type is UnitType.HighSchool or UnitType.Cec)
        {
            yield return new NewPlace(UnitRelation.ReportsTo, map.EducationDepartmentId, Founded, null);
            yield break;
        }

        yield return new NewPlace(UnitRelation.ReportsTo, spot.DistrictId, Founded, EveOfReform);
        yield return new NewPlace(UnitRelation.ReportsTo, spot.WardId, CityPack.Reform, null);
    }
}

/// <summary>A place in the old city on both trees.</summary>
/// <param name="DistrictId">District until 30 June 2025.</param>
/// <param name="CommuneId">Unit of commune level in the first half of 2025.</param>
/// <param name="WardId">The successor in which a school of the spot lies since.</param>
internal sealed record Spot(Guid DistrictId, Guid CommuneId, Guid WardId);
