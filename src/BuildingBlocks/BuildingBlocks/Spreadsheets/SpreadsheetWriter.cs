using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Writes a workbook (.xlsx) row by row, one sheet after the other, without keeping the cells as objects.
/// <code>
/// using (var workbook = new SpreadsheetWriter(stream))
/// {
///     using var sheet = workbook.AddSheet(new SheetSettings("Biểu 1") { Widths = [40, 12], FrozenRows = 1, Locked = true });
///     sheet.WriteHeader("Chỉ số", "Kỳ này");
///     sheet.WriteRow("Người học xóa mù chữ", CellContent.Number(1250, CellStyle.Input));
///     sheet.Validate(CellValidation.WholeNumber(new CellAddress(2, 2), 0, null, "Nhập số nguyên từ 0 trở lên."));
/// }
/// </code>
/// Values keep their kind. Text is stored as text, never as a formula. The file is complete when the writer is disposed.
/// </summary>
public sealed class SpreadsheetWriter : IDisposable
{
    private const string ListsName = "lists";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly List<(string Name, string Relation, SheetVisibility Visibility)> _sheets = [];
    private readonly List<IReadOnlyList<string>> _lists = [];
    private readonly bool _lockStructure;
    private SheetWriter? _open;

    /// <summary>A workbook into a stream.</summary>
    /// <param name="stream">Can be read, written and sought in (a memory stream or a temporary file); stays open.</param>
    /// <param name="lockStructure">Whether sheets cannot be added, renamed, moved or deleted in Excel.</param>
    public SpreadsheetWriter(Stream stream, bool lockStructure = false)
    {
        _document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        // Relations are numbered: the names that the library makes up are other ones each time.
        _workbook = _document.AddNewPart<WorkbookPart>(WorkbookType, "rId1");
        _lockStructure = lockStructure;
    }

    internal StyleTable Styles { get; } = new();

    /// <summary>Begins a sheet. The sheet before it must have been disposed.</summary>
    public SheetWriter AddSheet(SheetSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (_open is { IsClosed: false })
        {
            throw new InvalidOperationException("Dispose the sheet before beginning the next one.");
        }

        var name = SheetNames.Fit(settings.Name, [.. _sheets.Select(sheet => sheet.Name), ListsName]);
        return Begin(settings with { Name = name });
    }

    /// <summary>Finishes the file.</summary>
    public void Dispose()
    {
        _open?.Dispose();
        WriteLists();
        WriteStyles();
        WriteWorkbook();
        _document.Dispose();
    }

    /// <summary>The formula that stands for a list of items: they are kept on a sheet that nobody sees, so that any text fits.</summary>
    internal string ReferenceTo(IReadOnlyList<string> items)
    {
        var column = _lists.FindIndex(known => known.SequenceEqual(items, StringComparer.Ordinal)) + 1;
        if (column == 0)
        {
            _lists.Add(items);
            column = _lists.Count;
        }

        return $"{ListsName}!{new CellAddress(1, column).Absolute}:{new CellAddress(Math.Max(1, items.Count), column).Absolute}";
    }

    private SheetWriter Begin(SheetSettings settings)
    {
        var part = _workbook.AddNewPart<WorksheetPart>($"rId{_sheets.Count + 1}");
        _sheets.Add((settings.Name, _workbook.GetIdOfPart(part), settings.Visibility));
        return _open = new SheetWriter(this, part, settings, isFirst: _sheets.Count == 1);
    }

    private void WriteLists()
    {
        if (_lists.Count == 0)
        {
            return;
        }

        using var sheet = Begin(new SheetSettings(ListsName) { Visibility = SheetVisibility.VeryHidden, Locked = true });
        for (var row = 0; row < _lists.Max(list => list.Count); row++)
        {
            sheet.WriteRow([.. _lists.Select(list => CellContent.Text(row < list.Count ? list[row] : null))]);
        }
    }

    private void WriteStyles()
    {
        var part = _workbook.AddNewPart<WorkbookStylesPart>($"rId{_sheets.Count + 1}");
        part.Stylesheet = Styles.ToStylesheet();
        part.Stylesheet.Save();
    }

    private void WriteWorkbook()
    {
        var workbook = new Workbook();
        if (_lockStructure)
        {
            workbook.Append(new WorkbookProtection { LockStructure = true });
        }

        workbook.Append(
            new BookViews(new WorkbookView()),
            new Sheets(_sheets.Select((sheet, at) => new Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)at + 1,
                Id = sheet.Relation,
                State = sheet.Visibility switch
                {
                    SheetVisibility.Hidden => SheetStateValues.Hidden,
                    SheetVisibility.VeryHidden => SheetStateValues.VeryHidden,
                    _ => null,
                },
            })));
        _workbook.Workbook = workbook;
        workbook.Save();
    }
}
