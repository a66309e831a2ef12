using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Packs;

/// <summary>Loads the built-in registry at the first start, by the commands that keepers use; one look at every later start.</summary>
internal sealed class LoadCityPack(IUnitRegistryDb db, ISender sender, TimeProvider clock) : IStartupTask
{
    public int Order => 30;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Packs.AnyAsync(pack => pack.Key == CityPack.Key, cancellationToken)) return;
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    // First: of two hosts that start at once, one waits here and then finds the key taken.
                    await db.BulkInsertAsync([new LoadedPack { Key = CityPack.Key, LoadedAt = clock.GetUtcNow() }], cancellationToken);
                    await LoadAsync(cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bulk insert reports a taken key in each database's own way: what counts is whether the other host has loaded it.
            if (!await db.Packs.AnyAsync(pack => pack.Key == CityPack.Key, cancellationToken)) throw;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var units = CityPack.Units();
        Require(await sender.Send(new RegisterUnits(units), cancellationToken));
        var reform = new ReformOf2025(units.ToDictionary(unit => unit.Code, unit => unit.Id));
        Require(await sender.Send(new Reorganise(reform.Plans(), Preview: false), cancellationToken));
    }

    private static void Require<T>(Result<T> result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"The built-in registry was refused: {result.Failures[0].Message(BuildingBlocks.Contracts.Language.En)}");
    }
}
