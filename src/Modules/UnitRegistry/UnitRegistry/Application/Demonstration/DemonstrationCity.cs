using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Demonstration;

/// <summary>This module's share in the demonstration city: schools, centres, and committees.</summary>
internal sealed class DemonstrationCity(IUnitRegistryDb db, ISender sender) : IDemonstration
{
    private static readonly DateOnly FirstCount = new(2024, 10, 31);
    private static readonly UnitType[] Districts = [UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity];
    private static readonly UnitType[] Wards = [UnitType.Ward, UnitType.Commune, UnitType.SpecialZone];

    public int Order => 30;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act != DemonstrationAct.Found) return;

        // A loading that was broken off begins anew: what is there stays.
        stage.Clock.Show(CityTime.At(FirstCount, new TimeOnly(9, 0)));
        if (!await db.Units.AnyAsync(unit => unit.IsDemonstration, cancellationToken))
        {
            var map = await CityMap.ReadAsync(db, cancellationToken);
            Require(await sender.Send(new RegisterUnits(new DemonstrationUnits(map).All()), cancellationToken));
        }

        if (!await db.Groups.AnyAsync(cancellationToken)) await new DemonstrationClusters(sender).LoadAsync(cancellationToken);
        if (await db.Committees.AnyAsync(cancellationToken)) return;
        var committees = new DemonstrationCommittees(stage.Seed, stage.Today).All(
            await OnAsync(FirstCount, Districts, cancellationToken),
            await OnAsync(CityPack.Reform, Wards, cancellationToken),
            await OnAsync(FirstCount, [UnitType.HighSchool], cancellationToken),
            await OnAsync(FirstCount, [UnitType.Cec], cancellationToken));
        Require(await sender.Send(new RecordCommittees(committees), cancellationToken));
    }

    private async Task<List<UnitState>> OnAsync(DateOnly day, UnitType[] types, CancellationToken cancellationToken) => await db.States.AsNoTracking()
        .On(day).Where(state => types.Contains(state.Type)).OrderBy(state => state.Code).ToListAsync(cancellationToken);

    private static void Require<T>(Result<T> result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"The demonstration city was refused: {result.Failures[0].Message(BuildingBlocks.Contracts.Language.En)}");
    }
}
