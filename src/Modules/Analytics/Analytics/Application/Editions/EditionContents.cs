using System.IO.Compression;
using System.Text.Json;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>Facts on their way into an edition.</summary>
/// <param name="Item">Their line of the manifest.</param>
/// <param name="Json">The facts.</param>
internal sealed record FrozenContent(ManifestItem Item, byte[] Json)
{
    internal static FrozenContent Of<T>(string name, T facts, int count)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(facts, BuildingBlocks.Http.Json.Options);
        return new(new(name, Manifest.Of(json), count), json);
    }

}

/// <summary>Keeps facts by their hash, and reads them back.</summary>
internal sealed class EditionContents(IAnalyticsDb db)
{
    /// <summary>Adds what is not kept yet, to be saved with the edition.</summary>
    internal async Task AddAsync(IReadOnlyCollection<FrozenContent> contents, CancellationToken cancellationToken)
    {
        var hashes = contents.Select(content => content.Item.Sha256).ToArray();
        var known = await db.SealedContents.AsNoTracking().Where(content => hashes.Contains(content.Sha256))
            .Select(content => content.Sha256).ToHashSetAsync(cancellationToken);
        foreach (var content in contents.DistinctBy(content => content.Item.Sha256).Where(content => !known.Contains(content.Item.Sha256)))
            db.SealedContents.Add(new SealedContent { Sha256 = content.Item.Sha256, Content = Pack(content.Json) });
    }

    /// <summary>Reads facts, if they still are what their hash says.</summary>
    /// <exception cref="InvalidDataException">They are gone, or were changed.</exception>
    internal async Task<T> ReadAsync<T>(string sha256, CancellationToken cancellationToken)
    {
        var packed = await db.SealedContents.AsNoTracking().Where(content => content.Sha256 == sha256)
            .Select(content => content.Content).FirstOrDefaultAsync(cancellationToken);
        if (packed is null || Unpack(packed) is not { } json || Manifest.Of(json) != sha256)
            throw new InvalidDataException($"The sealed facts {sha256} are gone or were changed.");
        return JsonSerializer.Deserialize<T>(json, Json.Options)!;
    }

    /// <summary>The hash of what is kept under a hash; null where it is gone or cannot be read.</summary>
    internal async Task<string?> HashAsync(string sha256, CancellationToken cancellationToken)
    {
        var packed = await db.SealedContents.AsNoTracking().Where(content => content.Sha256 == sha256)
            .Select(content => content.Content).FirstOrDefaultAsync(cancellationToken);
        try
        {
            return packed is null ? null : Manifest.Of(Unpack(packed));
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(json);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = new MemoryStream();
        brotli.CopyTo(json);
        return json.ToArray();
    }
}
