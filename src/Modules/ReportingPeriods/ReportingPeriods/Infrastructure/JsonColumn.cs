using System.Text.Json;
using LearningCity.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>A list kept as JSON in one column: read and written whole, never queried. Rows from before the column was there have none.</summary>
internal static class JsonColumn
{
    internal static PropertyBuilder<IReadOnlyList<T>> IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property
        .HasMaxLength(-1)
        .HasConversion(
            list => Write(list), text => Read<T>(text),
            new ValueComparer<IReadOnlyList<T>>(
                (left, right) => Write(left!) == Write(right!), list => Write(list).GetHashCode(StringComparison.Ordinal), list => list));

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, Json.Options);

    private static List<T> Read<T>(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<List<T>>(text, Json.Options)!;
}
