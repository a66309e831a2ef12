using System.IO.Compression;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>The kinds of file that units come in.</summary>
internal static class UnitFiles
{
    /// <summary>Media type of Excel workbooks.</summary>
    internal const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Media type of CSV.</summary>
    internal const string Csv = "text/csv";

    /// <summary>The type that a file's name says; null where it is neither.</summary>
    internal static string? TypeOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".csv" or ".txt" => Csv,
        ".xlsx" => Excel,
        _ => null,
    };

    /// <summary>How a body of this type is read; null where it is not.</summary>
    internal static UnitFileReader? Reader(string? contentType, Stream body) => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        Csv => (stage, most, cancellationToken) => CsvUnitFile.ReadAsync(body, stage, most, cancellationToken),
        Excel => (stage, most, cancellationToken) => SheetUnitFile.ReadAsync(body, stage, most, cancellationToken),
        _ => null,
    };

    /// <summary>Runs a file that waited.</summary>
    internal static async Task<Result<UnitImportReport>> RunAsync(
        UnitImporter importer, StagedImport import, bool dryRun, bool atomic, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(import.Content);
        await using var plain = new GZipStream(content, CompressionMode.Decompress);
        if (Reader(import.MediaType, plain) is not { } reader) return PlatformFailures.UnsupportedMediaType;
        return await importer.RunAsync(
            reader, new UnitImportOptions(import.EffectiveOn, dryRun, atomic, import.IsUpdate), cancellationToken);
    }
}
