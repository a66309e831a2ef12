using System.Buffers.Text;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Where a list goes on: the sort key of the last item given, written so that callers need not read it.</summary>
public static class Cursor
{
    /// <summary>Items on a page unless the caller says otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most items on a page.</summary>
    public const int MostItems = 200;

    /// <summary>A limit within bounds.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MostItems);

    /// <summary>Writes a sort key.</summary>
    public static string Write<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key, Json.Options));

    /// <summary>Reads a sort key; null where there is no cursor, false where it cannot be read.</summary>
    public static bool TryRead<TKey>(string? cursor, out TKey? key)
        where TKey : class
    {
        key = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (!Base64Url.IsValid(cursor)) return false;
        try
        {
            key = JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor), Json.Options);
            return key is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A page out of one item more than its limit, which tells whether there is a next one.</summary>
    public static Page<T> Page<T, TKey>(IReadOnlyList<T> limitPlusOne, int limit, Func<T, TKey> keyOf)
    {
        ArgumentNullException.ThrowIfNull(limitPlusOne);
        ArgumentNullException.ThrowIfNull(keyOf);
        return limitPlusOne.Count <= limit
            ? new Page<T>(limitPlusOne, null)
            : new Page<T>([.. limitPlusOne.Take(limit)], Write(keyOf(limitPlusOne[limit - 1])));
    }
}
