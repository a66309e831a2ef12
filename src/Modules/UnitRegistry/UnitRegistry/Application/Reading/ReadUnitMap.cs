using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>What a map of units is coloured by.</summary>
internal enum MapMeasure
{
    /// <summary>Schools and centres that lie in the unit.</summary>
    Schools,

    /// <summary>Area, km².</summary>
    Area,

    /// <summary>Whether it has a steering committee.</summary>
    Committee,
}

/// <summary>The wards and communes of one province on a day that have a point, each with a figure.</summary>
internal sealed record ReadUnitMap(DateOnly AsOf, Guid? ProvinceId, MapMeasure Measure) : IQuery<Result<UnitMap>>;

/// <summary>A map.</summary>
/// <param name="Province">The province drawn; null where there is none on the day.</param>
/// <param name="Provinces">Those that can be drawn.</param>
/// <param name="Units">Its wards and communes with a point, in Vietnamese order.</param>
/// <param name="WithoutPoint">How many have none.</param>
internal sealed record UnitMap(NamedUnit? Province, IReadOnlyList<NamedUnit> Provinces, IReadOnlyList<MappedUnit> Units, int WithoutPoint);

/// <summary>A unit on a map.</summary>
internal sealed record MappedUnit(NamedUnit Unit, string Code, UnitType Type, decimal Latitude, decimal Longitude, decimal? Value);

internal sealed class ReadUnitMapHandler(IUnitRegistryDb db, Guardian guardian) : IQueryHandler<ReadUnitMap, Result<UnitMap>>
{
    /// <summary>A page can draw so many tiles; no province has more wards.</summary>
    private const int MostTiles = 400;

    public async Task<Result<UnitMap>> Handle(ReadUnitMap request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var day = request.AsOf;
        var provinces = await db.States.AsNoTracking().On(day).Where(state => state.Type == UnitType.Province).OrderBy(state => state.Sort)
            .ToListAsync(cancellationToken);
        var province = provinces.Find(state => state.UnitId == request.ProvinceId) ?? provinces.Find(state => state.Code == WellKnownUnits.City)
            ?? provinces.FirstOrDefault();
        if (province is null) return new UnitMap(null, [], [], 0);

        var types = TerritoryTypes.CommuneLevel;
        var inside = from row in db.Closures.AsNoTracking()
                     where row.AncestorId == province.UnitId && row.Relation == UnitRelation.LiesIn
                         && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)
                     join state in db.States.AsNoTracking() on row.UnitId equals state.UnitId
                     where state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day) && types.Contains(state.Type)
                     join unit in db.Units.AsNoTracking() on state.UnitId equals unit.Id
                     select new { state, unit.Latitude, unit.Longitude, unit.AreaKm2 };
        var total = await inside.CountAsync(cancellationToken);
        var found = await inside.Where(row => row.Latitude != null && row.Longitude != null).OrderBy(row => row.state.Sort).ThenBy(row => row.state.Code)
            .Take(MostTiles).ToListAsync(cancellationToken);
        var figures = await FiguresAsync(request, [.. found.Select(row => row.state.UnitId)], cancellationToken);
        return new UnitMap(
            Named(province), [.. provinces.Select(Named)],
            [.. found.Select(row => new MappedUnit(
                Named(row.state), row.state.Code, row.state.Type, row.Latitude!.Value, row.Longitude!.Value,
                request.Measure == MapMeasure.Area ? row.AreaKm2 : figures.GetValueOrDefault(row.state.UnitId)))],
            total - found.Count);
    }

    private async Task<Dictionary<Guid, int>> FiguresAsync(ReadUnitMap request, Guid[] unitIds, CancellationToken cancellationToken)
    {
        var day = request.AsOf;
        switch (request.Measure)
        {
            case MapMeasure.Schools:
                var schools = TerritoryTypes.Schools;
                return await db.States.AsNoTracking().On(day)
                    .Where(state => state.LiesInId != null && unitIds.Contains(state.LiesInId.Value) && schools.Contains(state.Type))
                    .GroupBy(state => state.LiesInId!.Value).Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
            case MapMeasure.Committee:
                return await db.Committees.AsNoTracking()
                    .Where(committee => unitIds.Contains(committee.UnitId) && committee.SupersededAt == null
                        && committee.ValidFrom <= day && (committee.ValidTo == null || committee.ValidTo >= day))
                    .Select(committee => committee.UnitId).Distinct().ToDictionaryAsync(unitId => unitId, _ => 1, cancellationToken);
            default:
                return [];
        }
    }

    private static NamedUnit Named(UnitState state) => new(state.UnitId, new LocalText(state.NameVi, state.NameEn));
}
