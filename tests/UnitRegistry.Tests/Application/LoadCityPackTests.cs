using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using LearningCity.UnitRegistry.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application;

internal sealed class LoadCityPackTests(string database) : CityTest(database)
{
    [Test]
    public async Task Two_hosts_that_start_at_once_load_the_registry_once()
    {
        await City.UseAsync<UnitRegistryDbContext, bool>(EmptyAsync);

        await Task.WhenAll(LoadAsync(), LoadAsync(), LoadAsync());
        await LoadAsync();

        var counts = await City.UseAsync<IUnitRegistryDb, (int Units, int Pairs, int Packs)>(async db => (
            await db.Units.CountAsync(), await db.Transfers.CountAsync(), await db.Packs.CountAsync()));
        counts.ShouldBe((3 + 13 + 38 + 441 + 162, 493 + 2, 1));
        (await Send(new GetTree(new DateOnly(2026, 1, 1), UnitRelation.LiesIn))).Count.ShouldBe(1 + 13 + 168);
    }

    private Task<bool> LoadAsync() => City.UseAsync<IEnumerable<IStartupTask>, bool>(async tasks =>
    {
        await tasks.OfType<LoadCityPack>().Single().RunAsync(CancellationToken.None);
        return true;
    });

    private static async Task<bool> EmptyAsync(UnitRegistryDbContext db)
    {
        await db.Closures.ExecuteDeleteAsync();
        await db.States.ExecuteDeleteAsync();
        await db.Transfers.ExecuteDeleteAsync();
        await db.Reorganisations.ExecuteDeleteAsync();
        await db.Placements.ExecuteDeleteAsync();
        await db.Set<UnitKind>().ExecuteDeleteAsync();
        await db.Codes.ExecuteDeleteAsync();
        await db.Names.ExecuteDeleteAsync();
        await db.Units.ExecuteDeleteAsync();
        await db.Packs.ExecuteDeleteAsync();
        return true;
    }
}
