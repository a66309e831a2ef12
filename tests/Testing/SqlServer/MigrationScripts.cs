using LearningCity.BuildingBlocks.Platform;
using LearningCity.Host;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningCity.Testing.SqlServer;

/// <summary>What the migrations would send to a SQL Server that has none of them.</summary>
public static class MigrationScripts
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Scripts = new(Generate);

    /// <summary>One script for each context, by the context's name; the platform's first.</summary>
    public static IReadOnlyDictionary<string, string> OfProduct => Scripts.Value;

    /// <summary>The product's contexts, the platform's first.</summary>
    public static IEnumerable<Type> Contexts => Modules.All.Select(module => module.ContextType).Prepend(typeof(PlatformDbContext));

    private static Dictionary<string, string> Generate() => Contexts.ToDictionary(context => context.Name, context =>
    {
        using var db = SqlServerContexts.Create(context);
        return db.GetService<IMigrator>().GenerateScript();
    });
}
