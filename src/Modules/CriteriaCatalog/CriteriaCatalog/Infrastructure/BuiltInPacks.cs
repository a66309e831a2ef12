using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>
/// Makes sure that the packs which come with the product are published, through the command that users have. A version that is there
/// already is left alone, whatever it says: published versions never change.
/// </summary>
internal sealed class BuiltInPacks(ICriteriaCatalogDb db, IServiceScopeFactory scopes) : IStartupTask
{
    private const string ResourcePrefix = "packs/";

    public int Order => 20;

    /// <summary>The packs, as they are embedded.</summary>
    internal static IEnumerable<byte[]> All()
    {
        var assembly = typeof(BuiltInPacks).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            yield return copy.ToArray();
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var loaded = await db.Versions.AsNoTracking()
            .Select(version => new { version.SetCode, version.Number }).ToListAsync(cancellationToken);
        foreach (var pack in All())
        {
            var content = PackReader.Read(pack).Value;
            if (loaded.Exists(version => version.SetCode == content.Code && version.Number == content.Number)) continue;
            var outcome = await ImportAsync(pack, cancellationToken);

            // Another host that starts at this moment may have been first; then the version is there, which is all that is wanted.
            if (!outcome.Succeeded && outcome.Failures[0].Definition != CatalogFailures.SomebodyWasFirst)
                throw new InvalidOperationException($"The pack {content.Code} does not load: {outcome.Failures[0].Field} {outcome.Failures[0].Code}");
        }
    }

    /// <summary>Each in a scope of its own: a refused save leaves nothing behind for the next one.</summary>
    private async Task<Result<ImportReport>> ImportAsync(byte[] pack, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new ImportCriteriaSet(pack, Publish: true), cancellationToken);
    }
}
