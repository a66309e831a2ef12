using System.Security.Cryptography;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Reads rows of units from the first visible sheet of a workbook, its first row the names of the columns.</summary>
internal static class SheetUnitFile
{
    private static readonly SpreadsheetLimits Limits = new() { FileBytes = 64L << 20, PartBytes = 128L << 20, TotalBytes = 256L << 20 };

    /// <summary>Reads to the end; refuses what is no workbook with such a sheet, or has too many rows.</summary>
    internal static async Task<Result> ReadAsync(Stream body, UnitStage stage, int mostRows, CancellationToken cancellationToken)
    {
        // A workbook is read from its end: it waits on the disk, not in memory.
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await body.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        stage.Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        file.Position = 0;
        return Read(file, stage, mostRows, cancellationToken);
    }

    private static Result Read(Stream file, UnitStage stage, int mostRows, CancellationToken cancellationToken)
    {
        var opened = SpreadsheetReader.Open(file, Limits with { Rows = mostRows + 1 });
        if (!opened.Succeeded) return Result.Failed(opened.Failures);
        using var workbook = opened.Value;
        if (workbook.Sheets.FirstOrDefault(sheet => sheet.Visibility == SheetVisibility.Visible) is not { } sheet) return UnitImportFailures.NoRows;
        var parser = new UnitRowParser(stage);
        var header = Result.Ok;
        var columns = 0;
        var read = workbook.ReadRows(sheet.Name, row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!header.Succeeded || row.IsBlank) return;
            if (columns == 0)
            {
                columns = row.Cells.Max(cell => cell.Address.Column);
                header = parser.Header(Fields(row, columns));
            }
            else
            {
                parser.Row(Fields(row, columns));
            }
        });
        if (!header.Succeeded) return header;
        return columns == 0 && read.Succeeded ? UnitImportFailures.NoRows : read;
    }

    private static string[] Fields(SheetRow row, int columns)
    {
        var fields = new string[columns];
        Array.Fill(fields, "");
        foreach (var cell in row.Cells)
        {
            if (cell.Address.Column <= columns) fields[cell.Address.Column - 1] = cell.Text;
        }

        return fields;
    }
}
