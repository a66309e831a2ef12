using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>The rows of one sheet, read forward only.</summary>
internal sealed class SheetXml : IDisposable
{
    private readonly XmlReader _xml;
    private readonly CellDecoder _decoder;
    private readonly SpreadsheetLimits _limits;
    private int _row;

    public SheetXml(OpenXmlPart part, CellDecoder decoder, SpreadsheetLimits limits)
    {
        _xml = XmlReader.Create(part.GetStream(), SpreadsheetReader.Settings);
        _decoder = decoder;
        _limits = limits;
    }

    /// <summary>Whether reading ended at a row with more cells than are read.</summary>
    public bool HasTooManyCells { get; private set; }

    /// <summary>The next row; null after the last.</summary>
    public SheetRow? Next()
    {
        while (!HasTooManyCells && _xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "row")
            {
                return ReadRow();
            }
        }

        return null;
    }

    public void Dispose() => _xml.Dispose();

    private SheetRow? ReadRow()
    {
        _row = _xml.GetAttribute("r") is { } number
            ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
            : _row + 1;
        if (_row is < 1 or > CellAddress.LastRow)
        {
            throw new FormatException("A row outside of the sheet.");
        }

        List<CellValue> cells = [];
        if (_xml.IsEmptyElement)
        {
            return new SheetRow(_row, cells);
        }

        var depth = _xml.Depth;
        var column = 0;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c")
            {
                continue;
            }

            if (cells.Count == _limits.CellsPerRow)
            {
                HasTooManyCells = true;
                return null;
            }

            var cell = ReadCell(ref column);
            if (cell.Kind != CellKind.Empty || cell.IsFormula)
            {
                cells.Add(cell);
            }
        }

        return new SheetRow(_row, cells);
    }

    private CellValue ReadCell(ref int column)
    {
        var address = new CellAddress(_row, column + 1);
        if (_xml.GetAttribute("r") is { } written && (!CellAddress.TryParse(written, out address) || address.Row != _row))
        {
            throw new FormatException("A cell outside of its row.");
        }

        column = address.Column;
        var type = _xml.GetAttribute("t");
        var style = _xml.GetAttribute("s");
        string? stored = null;
        var formula = false;
        if (!_xml.IsEmptyElement)
        {
            var depth = _xml.Depth;
            while (_xml.Read() && _xml.Depth > depth)
            {
                if (_xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (_xml.LocalName)
                {
                    case "v" or "is":
                        stored = WorkbookXml.ReadText(_xml);
                        break;
                    case "f":
                        formula = true;
                        break;
                }
            }
        }

        return _decoder.Value(address, type, style, stored, formula);
    }
}
