using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Text;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;
using UnitName = LearningCity.Access.Contracts.UnitName;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>Answers what Access asks: names.</summary>
internal sealed class GetUnitNamesHandler(IUnitRegistryDb db, TimeProvider clock) : IQueryHandler<GetUnitNames, IReadOnlyList<UnitName>>
{
    public async Task<IReadOnlyList<UnitName>> Handle(GetUnitNames request, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var answers = new List<UnitName>(request.UnitIds.Count);
        foreach (var portion in request.UnitIds.Distinct().Chunk(Registrar.Portion))
        {
            var states = await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).ToListAsync(cancellationToken);
            answers.AddRange(states.GroupBy(state => state.UnitId).Select(group => ToName(UnitAnswers.Nearest(group, today))));
        }

        return answers;
    }

    internal static UnitName ToName(UnitState state) => new(state.UnitId, state.Code, new LocalText(state.NameVi, state.NameEn));
}

/// <summary>Answers what Access asks: a choice of units of today.</summary>
internal sealed class FindUnitsHandler(IUnitRegistryDb db, TimeProvider clock) : IQueryHandler<FindUnits, IReadOnlyList<UnitName>>
{
    private const int MostUnits = 200;

    public async Task<IReadOnlyList<UnitName>> Handle(FindUnits request, CancellationToken cancellationToken)
    {
        var pattern = SearchText.Pattern(request.Search);
        var states = await db.States.AsNoTracking().On(CityTime.Today(clock)).Where(state => EF.Functions.Like(state.Search, pattern))
            .OrderBy(state => state.Sort).ThenBy(state => state.Code).Take(Math.Clamp(request.Limit, 1, MostUnits)).ToListAsync(cancellationToken);
        return states.ConvertAll(GetUnitNamesHandler.ToName);
    }
}

/// <summary>Answers what Access asks: which units get people in the demonstration city.</summary>
internal sealed class ListUnitsForDemonstrationHandler(IUnitRegistryDb db)
    : IQueryHandler<ListUnitsForDemonstration, IReadOnlyList<DemonstrationUnit>>
{
    private static readonly DateOnly October2024 = new(2024, 10, 31);

    private static readonly Dictionary<UnitType, DemonstrationTier> Tiers = new()
    {
        [UnitType.SupportTeam] = DemonstrationTier.City,
        [UnitType.Department] = DemonstrationTier.Department,
        [UnitType.UrbanDistrict] = DemonstrationTier.District,
        [UnitType.RuralDistrict] = DemonstrationTier.District,
        [UnitType.MunicipalCity] = DemonstrationTier.District,
        [UnitType.Ward] = DemonstrationTier.Ward,
        [UnitType.Commune] = DemonstrationTier.Ward,
        [UnitType.SpecialZone] = DemonstrationTier.Ward,
        [UnitType.HighSchool] = DemonstrationTier.HighSchool,
        [UnitType.Cec] = DemonstrationTier.Centre,
        [UnitType.Preschool] = DemonstrationTier.School,
        [UnitType.Primary] = DemonstrationTier.School,
        [UnitType.LowerSecondary] = DemonstrationTier.School,
    };

    public async Task<IReadOnlyList<DemonstrationUnit>> Handle(ListUnitsForDemonstration request, CancellationToken cancellationToken)
    {
        var then = await db.States.AsNoTracking().On(October2024).ToListAsync(cancellationToken);
        var since = await db.States.AsNoTracking().On(CityPack.Reform).ToListAsync(cancellationToken);
        return [.. Named(then).Concat(Named(since)).DistinctBy(unit => unit.UnitId)];
    }

    /// <summary>Units with a tier, each with the place it had on its first day.</summary>
    private static IEnumerable<DemonstrationUnit> Named(IEnumerable<UnitState> states) =>
        from state in states.OrderBy(state => state.Code, StringComparer.Ordinal)
        where Tiers.ContainsKey(state.Type)
        select new DemonstrationUnit(
            state.UnitId, state.Code, new LocalText(state.NameVi, state.NameEn), Tiers[state.Type], state.LiesInId);
}
