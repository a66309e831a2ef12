using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Reads the parts of a workbook that stand beside its sheets. Elements are known by their local names, so that both variants of the
/// format (transitional and strict, ECMA-376 parts 1 and 4) are read.
/// </summary>
internal static class WorkbookXml
{
    // [h], [mm], [ss]: time that has passed.
    private static readonly SearchValues<char> Elapsed = SearchValues.Create("hmsHMS");

    public static (List<(SheetInfo Info, string Relation)> Sheets, bool From1904) ReadSheets(WorkbookPart workbook)
    {
        List<(SheetInfo, string)> sheets = [];
        var from1904 = false;
        using var xml = XmlReader.Create(workbook.GetStream(), SpreadsheetReader.Settings);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && RelationOf(xml) is { } relation && workbook.GetPartById(relation) is WorksheetPart)
            {
                var visibility = xml.GetAttribute("state") switch
                {
                    "hidden" => SheetVisibility.Hidden,
                    "veryHidden" => SheetVisibility.VeryHidden,
                    _ => SheetVisibility.Visible,
                };
                sheets.Add((new SheetInfo(xml.GetAttribute("name") ?? "", visibility), relation));
            }
        }

        return (sheets, from1904);
    }

    /// <summary>The texts that cells point to by number; null when there are more than are read.</summary>
    public static List<string>? ReadSharedTexts(WorkbookPart workbook, SpreadsheetLimits limits)
    {
        List<string> texts = [];
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var xml = XmlReader.Create(part.GetStream(), SpreadsheetReader.Settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                if (texts.Count == limits.SharedTexts)
                {
                    return null;
                }

                texts.Add(ReadText(xml));
            }
        }

        return texts;
    }

    /// <summary>Which cell styles show their number as a date or time.</summary>
    public static List<bool> ReadDateStyles(WorkbookPart workbook)
    {
        List<bool> styles = [];
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return styles;
        }

        Dictionary<int, string> formats = [];
        var inCellFormats = false;
        using var xml = XmlReader.Create(part.GetStream(), SpreadsheetReader.Settings);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                formats[Number(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCellFormats)
            {
                var format = Number(xml.GetAttribute("numFmtId"));
                styles.Add(formats.TryGetValue(format, out var code) ? ShowsDate(code) : IsBuiltInDate(format));
            }
        }

        return styles;
    }

    /// <summary>The text of an element that holds text, runs or both; the reader stands on the element's end afterwards.</summary>
    public static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                // How East Asian text is pronounced: not a part of it.
                var phonetic = xml.Depth;
                while (!xml.IsEmptyElement && xml.Read() && xml.Depth > phonetic)
                {
                }
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
        }

        return CellText.Decode(text.ToString());
    }

    private static string? RelationOf(XmlReader xml)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // ECMA-376 part 1, 18.8.30: the formats that every program knows without writing them down.
    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a format holds a part of a date or time outside of quoted text, colours and conditions.</summary>
    internal static bool ShowsDate(string format)
    {
        for (var at = 0; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '"':
                    at = format.IndexOf('"', at + 1) is var end and >= 0 ? end : format.Length;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    var close = format.IndexOf(']', at) is var found and >= 0 ? found : format.Length - 1;
                    var inside = format.AsSpan(at + 1, Math.Max(0, close - at - 1));
                    if (inside.Length is > 0 and <= 2 && inside.IndexOfAnyExcept(Elapsed) < 0)
                    {
                        return true;
                    }

                    at = close;
                    break;
                case ';':
                    return false;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    return !format.AsSpan(at).StartsWith("Standard", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
