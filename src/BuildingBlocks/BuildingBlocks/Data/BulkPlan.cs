using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>How an entity becomes a row: the model's own columns and conversions, so that bulk writes and saves store alike.</summary>
internal sealed class BulkPlan
{
    private static readonly ConcurrentDictionary<IEntityType, BulkPlan> Plans = new();
    private readonly Func<object, object?>[] _readers;

    private BulkPlan(IEntityType entity)
    {
        var properties = entity.GetProperties().Where(property => !property.IsShadowProperty()).ToArray();
        Table = new BulkTable(entity.GetSchema(), entity.GetTableName()!, [.. properties.Select(Column)]);
        _readers = [.. properties.Select(Reader)];
    }

    internal BulkTable Table { get; }

    internal static BulkPlan For(ModuleDbContext context, Type entity)
    {
        var mapped = context.Model.FindEntityType(entity)
            ?? throw new InvalidOperationException($"{entity.Name} is not mapped by {context.GetType().Name}.");
        return Plans.GetOrAdd(mapped, static type => new BulkPlan(type));
    }

    internal object?[] Values(object entity)
    {
        var values = new object?[_readers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _readers[i](entity);
        return values;
    }

    private static BulkColumn Column(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var stored = mapping.Converter?.ProviderClrType ?? property.ClrType;
        return new BulkColumn(property.GetColumnName(), Nullable.GetUnderlyingType(stored) ?? stored, mapping.StoreType);
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetRelationalTypeMapping().Converter;
        var startsAtOne = property.Name == nameof(IVersioned.Version) && property.DeclaringType.ClrType.IsAssignableTo(typeof(IVersioned));
        return entity =>
        {
            var value = getter.GetClrValue(entity);
            if (startsAtOne && value is 0) value = 1;
            return value is null || converter is null ? value : converter.ConvertToProvider(value);
        };
    }
}
