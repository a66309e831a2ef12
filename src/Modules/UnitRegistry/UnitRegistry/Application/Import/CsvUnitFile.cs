using System.Security.Cryptography;
using System.Text;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Reads rows of units from CSV as it arrives: a header with the names of the columns, UTF-8.</summary>
internal static class CsvUnitFile
{
    /// <summary>Reads to the end; refuses what is no CSV with such a header, or has too many rows.</summary>
    internal static async Task<Result> ReadAsync(Stream body, UnitStage stage, int mostRows, CancellationToken cancellationToken)
    {
        using var sha = SHA256.Create();
        await using var hashed = new CryptoStream(body, sha, CryptoStreamMode.Read, leaveOpen: true);
        using var text = new StreamReader(hashed, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 64 * 1024);
        var records = new CsvRecords(text);
        var parser = new UnitRowParser(stage);
        try
        {
            if (!await records.ReadAsync(cancellationToken)) return UnitImportFailures.NoRows;
            if (parser.Header(records.Fields) is { Succeeded: false } refusal) return refusal;
            while (await records.ReadAsync(cancellationToken))
            {
                parser.Row(records.Fields);
                if (stage.Count > mostRows) return UnitImportFailures.TooManyRows.With(mostRows);
            }
        }
        catch (FormatException)
        {
            return UnitImportFailures.Unreadable.On($"rows[{stage.Count + 1}]", stage.Count + 1);
        }

        stage.Hash = Convert.ToHexStringLower(sha.Hash!);
        return Result.Ok;
    }
}
