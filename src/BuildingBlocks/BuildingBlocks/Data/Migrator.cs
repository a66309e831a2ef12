using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>Brings the database up to date: the platform's schema first, then each module's.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, IReadOnlyList<IModule> modules, IDatabaseProvider provider)
{
    /// <summary>Applies what is missing; several hosts may do so at once, one waits for the other.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await provider.PrepareAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var context in Contexts(scope.ServiceProvider)) await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Migrations that are not applied yet, as <c>schema: name</c>.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pending = new List<string>();
        foreach (var context in Contexts(scope.ServiceProvider))
        {
            foreach (var migration in await context.Database.GetPendingMigrationsAsync(cancellationToken))
                pending.Add($"{context.Schema}: {migration}");
        }

        return pending;
    }

    private IEnumerable<ModuleDbContext> Contexts(IServiceProvider services) =>
        modules.Select(module => module.ContextType).Prepend(typeof(PlatformDbContext))
            .Select(type => (ModuleDbContext)services.GetRequiredService(type));
}
