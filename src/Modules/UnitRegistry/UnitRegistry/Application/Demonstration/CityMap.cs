using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Demonstration;

/// <summary>Where demonstration schools can lie: for each ward of today in the old city, one of the units it was made of, and its district.</summary>
internal sealed class CityMap
{
    private readonly List<List<Spot>> _byDistrict;

    private CityMap(Guid educationDepartmentId, IReadOnlyList<Spot> spots)
    {
        EducationDepartmentId = educationDepartmentId;
        Spots = spots;
        _byDistrict = [.. spots.GroupBy(spot => spot.DistrictId).Select(group => group.ToList())];
    }

    internal Guid EducationDepartmentId { get; }

    /// <summary>One for each ward, in the order of their codes.</summary>
    internal IReadOnlyList<Spot> Spots { get; }

    /// <summary>Goes round the wards.</summary>
    internal Spot Spot(int index) => Spots[index % Spots.Count];

    /// <summary>Goes round the districts, then to the next ward of each.</summary>
    internal Spot SpotInDistrict(int index)
    {
        var district = _byDistrict[index % _byDistrict.Count];
        return district[index / _byDistrict.Count % district.Count];
    }

    internal static async Task<CityMap> ReadAsync(IUnitRegistryDb db, CancellationToken cancellationToken)
    {
        var before = await StatesAsync(db, Validity.DayBefore(CityPack.Reform), cancellationToken);
        var after = await StatesAsync(db, CityPack.Reform, cancellationToken);
        var city = before.Values.Single(state => state.Code == WellKnownUnits.City);
        var sources = (await db.Transfers.AsNoTracking().Where(transfer => transfer.EffectiveOn == CityPack.Reform).ToListAsync(cancellationToken))
            .ToLookup(transfer => transfer.ToUnitId);
        var spots = new List<Spot>();
        foreach (var ward in after.Values.Where(state => CommuneLevel.Contains(state.Type)).OrderBy(state => state.Code, StringComparer.Ordinal))
        {
            // A unit that came whole makes the plainest story; of several, the one with the lowest code.
            var source = sources[ward.UnitId].Where(transfer => before.ContainsKey(transfer.FromUnitId))
                .OrderBy(transfer => transfer.Extent == TransferExtent.Part).ThenBy(transfer => before[transfer.FromUnitId].Code, StringComparer.Ordinal)
                .Select(transfer => before[transfer.FromUnitId]).FirstOrDefault();
            if (source?.LiesInId is not { } districtId || before.GetValueOrDefault(districtId)?.LiesInId != city.UnitId) continue;
            spots.Add(new Spot(districtId, source.UnitId, ward.UnitId));
        }

        return new CityMap(after.Values.Single(state => state.Code == WellKnownUnits.EducationDepartment).UnitId, spots);
    }

    private static UnitType[] CommuneLevel { get; } = [UnitType.Ward, UnitType.Commune, UnitType.Township, UnitType.SpecialZone];

    private static async Task<Dictionary<Guid, UnitState>> StatesAsync(IUnitRegistryDb db, DateOnly day, CancellationToken cancellationToken) =>
        await db.States.AsNoTracking().On(day).ToDictionaryAsync(state => state.UnitId, cancellationToken);
}
