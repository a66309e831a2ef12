using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.AspNetCore.Http;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>Reads a pack from the body of a request, up to a size that no honest set reaches.</summary>
internal static class PackBody
{
    private const int LargestMegabytes = 4;
    private const int Largest = LargestMegabytes * 1024 * 1024;

    internal static async Task<Result<byte[]>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) return PlatformFailures.UnsupportedMediaType;
        if (request.ContentLength > Largest) return TooLarge;
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > Largest) return TooLarge;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    private static Failure TooLarge => CatalogFailures.PackTooLarge.With(LargestMegabytes);
}
