using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Reads a workbook (.xlsx) row by row. Whatever the file holds, the answer is its cells or a refusal of
/// <see cref="SpreadsheetFailures"/>, never an exception: the package is weighed before anything is unpacked into memory.
/// <code>
/// var opened = SpreadsheetReader.Open(stream);
/// if (!opened.Succeeded) return Result.Failed(opened.Failures);
/// using var workbook = opened.Value;
/// var read = workbook.ReadRows("Biểu 1", row => total += row[2].Number);
/// </code>
/// Formulas are read by the result that was saved with them; they are never calculated.
/// </summary>
public sealed class SpreadsheetReader : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly SpreadsheetLimits _limits;
    private readonly List<(SheetInfo Info, string Relation)> _sheets;
    private readonly CellDecoder _decoder;

    private SpreadsheetReader(SpreadsheetDocument document, SpreadsheetLimits limits, List<(SheetInfo Info, string Relation)> sheets, CellDecoder decoder)
    {
        _document = document;
        _limits = limits;
        _sheets = sheets;
        _decoder = decoder;
    }

    /// <summary>The sheets, in the order of the workbook.</summary>
    public IReadOnlyList<SheetInfo> Sheets => [.. _sheets.Select(sheet => sheet.Info)];

    /// <summary>Opens a workbook, or says why it cannot be read.</summary>
    /// <param name="stream">Can be sought in (buffer an upload first); stays open.</param>
    /// <param name="limits">How much is read; <see cref="SpreadsheetLimits.Default"/> if not given.</param>
    public static Result<SpreadsheetReader> Open(Stream stream, SpreadsheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= SpreadsheetLimits.Default;
        SpreadsheetDocument? document = null;
        try
        {
            if (PackageGuard.Refusal(stream, limits) is { } refusal)
            {
                return refusal;
            }

            document = SpreadsheetDocument.Open(stream, isEditable: false);
            if (document.WorkbookPart is not { } workbook || document.DocumentType != DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook)
            {
                document.Dispose();
                return SpreadsheetFailures.NotAWorkbook;
            }

            var (sheets, from1904) = WorkbookXml.ReadSheets(workbook);
            if (WorkbookXml.ReadSharedTexts(workbook, limits) is not { } texts)
            {
                document.Dispose();
                return SpreadsheetFailures.TooMuchInside;
            }

            return new SpreadsheetReader(document, limits, sheets, new CellDecoder(texts, WorkbookXml.ReadDateStyles(workbook), from1904));
        }
        catch (Exception exception) when (IsOfContent(exception))
        {
            document?.Dispose();
            return SpreadsheetFailures.Damaged;
        }
    }

    /// <summary>Hands the rows of a sheet, top to bottom, to a reader of rows; fails where the sheet is missing, damaged or too long.</summary>
    /// <remarks>Rows before a damaged place have been handed over by then: whoever keeps them drops them when this fails.</remarks>
    public Result ReadRows(string sheet, Action<SheetRow> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var found = _sheets.FindIndex(candidate => string.Equals(candidate.Info.Name, sheet, StringComparison.OrdinalIgnoreCase));
        if (found < 0)
        {
            return SpreadsheetFailures.NoSuchSheet.With(sheet);
        }

        SheetXml? rows = null;
        try
        {
            var count = 0;
            while (true)
            {
                SheetRow? next;
                try
                {
                    rows ??= new SheetXml(_document.WorkbookPart!.GetPartById(_sheets[found].Relation), _decoder, _limits);
                    next = rows.Next();
                }
                catch (Exception exception) when (IsOfContent(exception))
                {
                    return SpreadsheetFailures.Damaged;
                }

                if (next is null)
                {
                    return rows.HasTooManyCells ? TooMany(sheet) : Result.Ok;
                }

                if (++count > _limits.Rows)
                {
                    return TooMany(sheet);
                }

                row(next);
            }
        }
        finally
        {
            rows?.Dispose();
        }
    }

    /// <summary>Path of the part that holds a sheet, without a slash before it; null where there is no such sheet.</summary>
    internal string? PartOf(string sheet)
    {
        var found = _sheets.Find(candidate => string.Equals(candidate.Info.Name, sheet, StringComparison.OrdinalIgnoreCase));
        return found.Relation is null ? null : Uri.UnescapeDataString(_document.WorkbookPart!.GetPartById(found.Relation).Uri.OriginalString).TrimStart('/');
    }

    /// <summary>All rows of a sheet that hold something.</summary>
    public Result<IReadOnlyList<SheetRow>> Rows(string sheet)
    {
        List<SheetRow> rows = [];
        var read = ReadRows(sheet, row =>
        {
            if (!row.IsBlank)
            {
                rows.Add(row);
            }
        });
        return read.Succeeded ? rows : Result<IReadOnlyList<SheetRow>>.Failed(read.Failures);
    }

    /// <inheritdoc />
    public void Dispose() => _document.Dispose();

    internal static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    // The package and XML libraries throw many kinds for a file that is not what it should be (also null references and casts).
    // Nothing but the file's content is touched here, so whatever they throw is about the content, except what is about this process.
    private static bool IsOfContent(Exception exception) => exception is not (OutOfMemoryException or ObjectDisposedException or OperationCanceledException);

    private Failure TooMany(string sheet) => SpreadsheetFailures.TooManyCells.With(sheet, _limits.Rows);
}

/// <summary>A sheet of a workbook that is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Visibility">Who can see it.</param>
public sealed record SheetInfo(string Name, SheetVisibility Visibility);
