using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>Reads a pack or a workbook from the body of a request, up to a size that no honest set reaches.</summary>
internal static class PackBody
{
    private const int LargestMegabytes = 4;
    private const int Largest = LargestMegabytes * 1024 * 1024;

    /// <summary>The type of an Excel workbook (.xlsx).</summary>
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static async Task<Result<(byte[] Content, PackFormat Format)>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isWorkbook = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Workbook, StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !request.HasJsonContentType()) return PlatformFailures.UnsupportedMediaType;
        if (request.ContentLength > Largest) return TooLarge;
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > Largest) return TooLarge;
            copy.Write(buffer, 0, read);
        }

        return (copy.ToArray(), isWorkbook ? PackFormat.Xlsx : PackFormat.Json);
    }

    private static Failure TooLarge => CatalogFailures.PackTooLarge.With(LargestMegabytes);
}
