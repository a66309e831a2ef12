using System.Reflection;
using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Architecture.Tests;

/// <summary>Every change of a model has its migration, for all three databases.</summary>
internal sealed class MigrationTests
{
    private static readonly DatabaseOptions[] Databases =
    [
        new() { Provider = "sqlite", ConnectionString = "Data Source=design.db" },
        new() { Provider = "sqlserver", ConnectionString = "Server=design;Database=design" },
        new() { Provider = "postgresql", ConnectionString = "Host=design;Database=design" },
    ];

    private static IEnumerable<TestCaseData> Models =>
        from database in Databases
        from context in Product.Contexts
        select new TestCaseData(database, context).SetArgDisplayNames(database.Provider, context.Name);

    [TestCaseSource(nameof(Models))]
    public void The_model_has_no_change_without_a_migration(DatabaseOptions database, Type context)
    {
        using var db = Design.Create(context, database);
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [TestCaseSource(nameof(Models))]
    public void A_context_maps_only_its_own_schema_and_the_platform(DatabaseOptions database, Type context)
    {
        using var db = Design.Create(context, database);
        var own = db.Schema;
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
        {
            var schema = entity.GetSchema() ?? (entity.GetTableName()!.StartsWith("platform_", StringComparison.Ordinal) ? "platform" : own);
            (schema == own || schema == "platform").ShouldBeTrue($"{entity.Name} is in {schema}");
            if (entity.GetSchema() is null)
                entity.GetTableName()!.ShouldStartWith(schema + "_");
        }
    }
}

/// <summary>Makes contexts without a host.</summary>
internal static class Design
{
    internal static ModuleDbContext Create(Type context, DatabaseOptions database) => (ModuleDbContext)typeof(DesignTimeFactory<>)
        .MakeGenericType(context)
        .GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!
        .Invoke(null, [database])!;
}
