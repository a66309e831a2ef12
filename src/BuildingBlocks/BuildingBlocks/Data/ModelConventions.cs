using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>One schema on three databases: names in snake case, text compared by code point, decimals exact, instants that sort.</summary>
internal static class ModelConventions
{
    /// <summary>Text that says nothing else fits a key on every database; long text says <c>HasMaxLength(-1)</c>.</summary>
    private const int DefaultTextLength = 400;

    internal static void Configure(ModelConfigurationBuilder configuration, IDatabaseProvider provider)
    {
        configuration.Properties<string>().HaveMaxLength(DefaultTextLength);
        if (provider.StoresSortableText)
        {
            configuration.Properties<decimal>().HaveConversion<SortableDecimalConverter>();
            configuration.Properties<DateTimeOffset>().HaveConversion<SortableInstantConverter>();
        }
        else
        {
            configuration.Properties<decimal>().HavePrecision(28, 6);
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        }
    }

    internal static void Apply(ModelBuilder model, string schema, IDatabaseProvider provider)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsOwned() && entity.GetTableName() is null) continue;
            NameTable(entity, schema, provider);
            foreach (var property in entity.GetProperties()) Shape(property, provider);
            foreach (var key in entity.GetKeys()) key.SetName(SnakeCase.Of(key.GetName()!));
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(SnakeCase.Of(foreignKey.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(SnakeCase.Of(index.GetDatabaseName()!));
        }
    }

    private static void NameTable(IMutableEntityType entity, string schema, IDatabaseProvider provider)
    {
        if (entity.IsMappedToJson()) return;
        var tableSchema = entity.GetSchema() ?? schema;
        var table = SnakeCase.Of(entity.GetTableName()!);
        entity.SetTableName(provider.HasSchemas ? table : $"{tableSchema}_{table}");
        entity.SetSchema(provider.HasSchemas ? tableSchema : null);
    }

    private static void Shape(IMutableProperty property, IDatabaseProvider provider)
    {
        property.SetColumnName(SnakeCase.Of(property.GetColumnName()));
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum && property.GetValueConverter() is null)
        {
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(SnakeCaseEnumConverter<>).MakeGenericType(type))!);
            property.SetMaxLength(40);
        }

        if (provider.OrdinalCollation is { } collation && (type == typeof(string) || type.IsEnum)) property.SetCollation(collation);
        if (property.Name == nameof(IVersioned.Version) && property.DeclaringType.ClrType.IsAssignableTo(typeof(IVersioned)))
            property.IsConcurrencyToken = true;
    }
}
