using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>One sheet of a workbook that is being written: rows from top to bottom, rules at any time before it is disposed.</summary>
public sealed class SheetWriter : IDisposable
{
    private readonly SpreadsheetWriter _workbook;
    private readonly SheetSettings _settings;
    private readonly OpenXmlWriter _writer;
    private readonly List<CellValidation> _validations = [];

    internal SheetWriter(SpreadsheetWriter workbook, WorksheetPart part, SheetSettings settings, bool isFirst)
    {
        _workbook = workbook;
        _settings = settings;
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        WriteHead(isFirst);
        _writer.WriteStartElement(new SheetData());
    }

    /// <summary>The name that the sheet has in the file.</summary>
    public string Name => _settings.Name;

    /// <summary>The row that the next call writes, from 1.</summary>
    public int NextRow { get; private set; } = 1;

    internal bool IsClosed { get; private set; }

    /// <summary>Writes a row of column headers.</summary>
    public void WriteHeader(params IReadOnlyList<string> titles) =>
        WriteRow([.. titles.Select(title => CellContent.Text(title, CellStyle.Header))]);

    /// <summary>Writes a row, from column A.</summary>
    public void WriteRow(params IReadOnlyList<CellContent> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(NextRow, CellAddress.LastRow);
        _writer.WriteStartElement(new Row { RowIndex = (uint)NextRow });
        for (var at = 0; at < cells.Count; at++)
        {
            Write(cells[at], new CellAddress(NextRow, at + 1));
        }

        _writer.WriteEndElement();
        NextRow++;
    }

    /// <summary>Leaves rows empty.</summary>
    public void SkipRows(int count) => NextRow += count;

    /// <summary>Says what may be entered into cells.</summary>
    public void Validate(CellValidation validation) => _validations.Add(validation);

    /// <summary>Finishes the sheet.</summary>
    public void Dispose()
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        _writer.WriteEndElement();
        WriteFoot();
        _writer.WriteEndElement();
        _writer.Dispose();
    }

    private void Write(CellContent cell, CellAddress address)
    {
        var style = cell.Style ?? CellStyle.Plain;
        if (cell.Kind == CellKind.Text && CellText.LooksLikeFormula(cell.Content!))
        {
            style = style with { QuotePrefix = true };
        }

        var number = _workbook.Styles.NumberOf(style);
        if (cell.Kind == CellKind.Empty && number == 0)
        {
            return;
        }

        var made = new Cell { CellReference = address.ToString(), StyleIndex = number };
        switch (cell.Kind)
        {
            case CellKind.Text:
                made.DataType = CellValues.InlineString;
                made.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(CellText.Encode(cell.Content!)) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case CellKind.Boolean:
                made.DataType = CellValues.Boolean;
                made.CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(cell.Content!);
                break;
            case CellKind.Number or CellKind.Date:
                made.CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(cell.Content!);
                break;
        }

        _writer.WriteElement(made);
    }

    // The order of the elements around the rows is fixed by the schema (ECMA-376 part 1, 18.3.1.99).
    private void WriteHead(bool isFirst)
    {
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null };
        if (_settings.FrozenRows > 0 || _settings.FrozenColumns > 0)
        {
            var pane = (_settings.FrozenRows > 0, _settings.FrozenColumns > 0) switch
            {
                (true, true) => PaneValues.BottomRight,
                (true, false) => PaneValues.BottomLeft,
                _ => PaneValues.TopRight,
            };
            view.Append(
                new Pane
                {
                    VerticalSplit = _settings.FrozenRows > 0 ? _settings.FrozenRows : null,
                    HorizontalSplit = _settings.FrozenColumns > 0 ? _settings.FrozenColumns : null,
                    TopLeftCell = new CellAddress(_settings.FrozenRows + 1, _settings.FrozenColumns + 1).ToString(),
                    ActivePane = pane,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = pane });
        }

        _writer.WriteElement(new SheetViews(view));
        _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        if (_settings.Widths.Count > 0)
        {
            _writer.WriteElement(new Columns(_settings.Widths.Select((width, at) => new Column
            {
                Min = (uint)at + 1,
                Max = (uint)at + 1,
                Width = width,
                CustomWidth = true,
            })));
        }
    }

    private void WriteFoot()
    {
        if (_settings.Locked)
        {
            _writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        }

        if (_validations.Count > 0)
        {
            _writer.WriteElement(new DataValidations(_validations.Select(Rule)) { Count = (uint)_validations.Count });
        }

        _writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = _settings.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
    }

    private DataValidation Rule(CellValidation validation)
    {
        var rule = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue>([new StringValue(validation.Range.ToString())]),
            AllowBlank = true,
            ShowErrorMessage = true,
            ShowInputMessage = validation.Prompt is null ? null : true,
            ErrorStyle = validation.Refuses ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
            Error = Clip(validation.Message),
            Prompt = validation.Prompt is null ? null : Clip(validation.Prompt),
        };
        switch (validation)
        {
            case CellValidation.OneOf list:
                rule.Type = DataValidationValues.List;
                rule.Append(new Formula1(_workbook.ReferenceTo(list.Items)));
                break;
            case CellValidation.Between between:
                rule.Type = between.Type switch
                {
                    "whole" => DataValidationValues.Whole,
                    "date" => DataValidationValues.Date,
                    "textLength" => DataValidationValues.TextLength,
                    _ => DataValidationValues.Decimal,
                };
                rule.Operator = DataValidationOperatorValues.Between;
                rule.Append(new Formula1(between.Least), new Formula2(between.Most));
                break;
            case CellValidation.Holds formula:
                rule.Type = DataValidationValues.Custom;
                rule.Append(new Formula1(formula.Expression));
                break;
        }

        return rule;
    }

    private static string Clip(string text) => CellText.Encode(text.Length <= 255 ? text : text[..254] + "…");
}
