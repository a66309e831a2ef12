using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>Names in the database and enums on the wire: <c>snake_case</c>.</summary>
public static class SnakeCase
{
    /// <summary>The name in snake case.</summary>
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>An enum value as it travels: <c>special_zone</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue.GetOrAdd(value, v => Of(v.ToString()));

    /// <summary>Reads an enum value as it travels; false if there is no such value.</summary>
    public static bool TryParse<TEnum>(string? text, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return text is not null && Names<TEnum>.ByName.TryGetValue(text, out value);
    }

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        internal static readonly ConcurrentDictionary<TEnum, string> ByValue = new();

        internal static readonly IReadOnlyDictionary<string, TEnum> ByName =
            Enum.GetValues<TEnum>().ToDictionary(v => Of(v.ToString()), v => v, StringComparer.Ordinal);
    }
}

/// <summary>Stores an enum as its snake-case name, so that the database reads without the program.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => SnakeCase.Of(value),
    text => Parse(text))
    where TEnum : struct, Enum
{
    private static TEnum Parse(string text) => SnakeCase.TryParse<TEnum>(text, out var value)
        ? value
        : throw new InvalidOperationException($"{typeof(TEnum).Name} has no value '{text}'.");
}
