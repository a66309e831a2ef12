using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Returns somebody's workbook with one column more: what is to be put right, beside each row concerned. Nothing else of the file is
/// touched: parts that hold neither the sheet nor the styles stay as they are, byte for byte.
/// </summary>
public static class SheetRemarks
{
    private const double Width = 60;
    private const string Ink = "FF9C0006";
    private const string Fill = "FFFFC7CE";

    /// <summary>The file with remarks; a refusal where it cannot be read.</summary>
    /// <param name="file">The workbook; can be sought in, stays open and unchanged.</param>
    /// <param name="place">Where the column goes and what it is called.</param>
    /// <param name="remarks">What to say, by number of the row.</param>
    public static Result<MemoryStream> Write(Stream file, RemarkPlace place, IReadOnlyDictionary<int, string> remarks)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(remarks);
        var opened = SpreadsheetReader.Open(file, place.Limits);
        if (!opened.Succeeded) return Result<MemoryStream>.Failed(opened.Failures);
        string? part;
        int column;
        using (var workbook = opened.Value)
        {
            var rows = workbook.Rows(place.Sheet);
            if (!rows.Succeeded) return Result<MemoryStream>.Failed(rows.Failures);
            part = workbook.PartOf(place.Sheet);
            column = ColumnOf(rows.Value, place);
        }

        if (part is null || column > CellAddress.LastColumn) return SpreadsheetFailures.Damaged;
        var copy = new MemoryStream();
        file.Position = 0;
        file.CopyTo(copy);
        try
        {
            using var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true);
            var style = AddStyle(package);
            Change(package, part, sheet => Write(sheet, place, column, style, remarks));
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or FormatException or InvalidOperationException)
        {
            return SpreadsheetFailures.Damaged;
        }

        copy.Position = 0;
        return copy;
    }

    /// <summary>The column of earlier remarks, or the first one that is free.</summary>
    private static int ColumnOf(IReadOnlyList<SheetRow> rows, RemarkPlace place)
    {
        var earlier = rows.Where(row => row.Number == place.HeaderRow).SelectMany(row => row.Cells)
            .Where(cell => place.Titles.Contains(cell.Text.Trim())).Select(cell => cell.Address.Column).FirstOrDefault();
        return earlier > 0
            ? earlier
            : Math.Max(place.FirstColumn, 1 + rows.SelectMany(row => row.Cells).Where(cell => !cell.IsBlank).Select(cell => cell.Address.Column).DefaultIfEmpty().Max());
    }

    private static void Write(XElement sheet, RemarkPlace place, int column, int? style, IReadOnlyDictionary<int, string> remarks)
    {
        var ns = sheet.Name.Namespace;
        sheet.Element(ns + "dimension")?.Remove();
        AddWidth(sheet, column);
        var number = 0;
        foreach (var row in sheet.Element(ns + "sheetData")?.Elements(ns + "row") ?? [])
        {
            number = row.Attribute("r") is { } named ? int.Parse(named.Value, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            var text = number == place.HeaderRow ? place.Title : remarks.GetValueOrDefault(number);
            var (old, next) = Find(row, column);
            old?.Remove();
            if (text is null) continue;
            row.Attribute("spans")?.Remove();
            var cell = new XElement(
                ns + "c", new XAttribute("r", new CellAddress(number, column)), new XAttribute("t", "inlineStr"),
                new XElement(ns + "is", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), CellText.Encode(text))));
            if (style is { } known) cell.SetAttributeValue("s", known);
            if (next is null) row.Add(cell);
            else next.AddBeforeSelf(cell);
        }
    }

    /// <summary>The cell of a column, and the first one after it.</summary>
    private static (XElement? Cell, XElement? Next) Find(XElement row, int column)
    {
        XElement? found = null;
        var at = 0;
        foreach (var cell in row.Elements(row.Name.Namespace + "c"))
        {
            at = CellAddress.TryParse(cell.Attribute("r")?.Value, out var address) ? address.Column : at + 1;
            if (at == column) found = cell;
            if (at > column) return (found, cell);
        }

        return (found, null);
    }

    private static void AddWidth(XElement sheet, int column)
    {
        var ns = sheet.Name.Namespace;
        if (sheet.Element(ns + "cols") is not { } widths) return;
        var last = widths.Elements(ns + "col").Select(col => (int?)col.Attribute("max")).DefaultIfEmpty().Max();
        if (last >= column) return;
        widths.Add(new XElement(
            ns + "col", new XAttribute("min", column), new XAttribute("max", column), new XAttribute("width", Width), new XAttribute("customWidth", "1")));
    }

    /// <summary>Adds the look of a remark; null where the workbook has no styles.</summary>
    private static int? AddStyle(ZipArchive package)
    {
        int? style = null;
        if (Find(package, "xl/styles.xml") is null) return style;
        Change(package, "xl/styles.xml", styles =>
        {
            var ns = styles.Name.Namespace;
            var (fonts, fills, formats) = (styles.Element(ns + "fonts"), styles.Element(ns + "fills"), styles.Element(ns + "cellXfs"));
            if (fonts is null || fills is null || formats is null) return;
            var font = Add(fonts, new XElement(ns + "font", new XElement(ns + "sz", new XAttribute("val", 11)), new XElement(ns + "color", new XAttribute("rgb", Ink))));
            var fill = Add(fills, new XElement(ns + "fill", new XElement(
                ns + "patternFill", new XAttribute("patternType", "solid"), new XElement(ns + "fgColor", new XAttribute("rgb", Fill)))));
            style = Add(formats, new XElement(
                ns + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", 0),
                new XAttribute("applyFont", "1"), new XAttribute("applyFill", "1"), new XAttribute("applyAlignment", "1"),
                new XElement(ns + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", "1"))));
        });
        return style;
    }

    private static int Add(XElement list, XElement item)
    {
        var at = list.Elements(item.Name).Count();
        list.Add(item);
        list.SetAttributeValue("count", at + 1);
        return at;
    }

    private static ZipArchiveEntry? Find(ZipArchive package, string part) =>
        package.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/').TrimStart('/'), part, StringComparison.OrdinalIgnoreCase));

    private static void Change(ZipArchive package, string part, Action<XElement> change)
    {
        var entry = Find(package, part) ?? throw new InvalidDataException(part);
        using var content = entry.Open();
        XDocument document;
        using (var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
            document = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        change(document.Root!);
        content.SetLength(0);
        document.Save(content, SaveOptions.DisableFormatting);
    }
}

/// <summary>Where remarks go.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="HeaderRow">Number of the row of column headers.</param>
/// <param name="FirstColumn">The column, or the first one after it that is free.</param>
/// <param name="Title">What the column is called.</param>
/// <param name="Titles">What it may be called already, in any language: then it is written anew.</param>
/// <param name="Limits">How much of the file is read.</param>
public sealed record RemarkPlace(string Sheet, int HeaderRow, int FirstColumn, string Title, IReadOnlyList<string> Titles, SpreadsheetLimits Limits);
