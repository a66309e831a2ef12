using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Collects the styles that cells use and writes them once, at the end.</summary>
internal sealed class StyleTable
{
    private const uint FirstOwnFormat = 164;
    private readonly Dictionary<CellStyle, uint> _numbers = new() { [CellStyle.Plain] = 0 };

    public uint NumberOf(CellStyle style)
    {
        if (!_numbers.TryGetValue(style, out var number))
        {
            _numbers.Add(style, number = (uint)_numbers.Count);
        }

        return number;
    }

    public Stylesheet ToStylesheet()
    {
        var formats = new NumberingFormats();
        var fonts = new Fonts();
        var fills = new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        var borders = new Borders(NoBorder(), ThinBorder());
        var cells = new CellFormats();
        var known = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var style in _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key))
        {
            var font = Place(known, fonts, $"font {style.Bold} {style.Points} {style.Ink}", () => FontOf(style));
            var fill = style.Fill is null ? 0 : Place(known, fills, $"fill {style.Fill}", () => FillOf(style.Fill));
            cells.AppendChild(new CellFormat(
                new Alignment
                {
                    WrapText = style.Wrap,
                    Indent = style.Indent > 0 ? (uint)style.Indent : null,
                    Horizontal = style.Indent > 0 ? HorizontalAlignmentValues.Left : null,
                    Vertical = VerticalAlignmentValues.Top,
                },
                new Protection { Locked = !style.Unlocked })
            {
                NumberFormatId = FormatOf(style.Format, known, formats),
                FontId = font,
                FillId = fill,
                BorderId = style.Border ? 1u : 0u,
                FormatId = 0,
                QuotePrefix = style.QuotePrefix ? true : null,
                ApplyNumberFormat = true,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                ApplyProtection = true,
            });
        }

        var sheet = new Stylesheet();
        if (formats.HasChildren)
        {
            sheet.Append(formats);
        }

        sheet.Append(
            fonts,
            fills,
            borders,
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            cells,
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        return sheet;
    }

    private static uint Place(Dictionary<string, uint> known, OpenXmlCompositeElement list, string key, Func<OpenXmlElement> make)
    {
        if (!known.TryGetValue(key, out var number))
        {
            known.Add(key, number = (uint)list.ChildElements.Count);
            list.AppendChild(make());
        }

        return number;
    }

    private static uint FormatOf(string? format, Dictionary<string, uint> known, NumberingFormats formats)
    {
        if (format is null or "@")
        {
            return format is null ? 0u : 49u;
        }

        return FirstOwnFormat + Place(known, formats, $"format {format}", () => new NumberingFormat
        {
            NumberFormatId = FirstOwnFormat + (uint)formats.ChildElements.Count,
            FormatCode = format,
        });
    }

    private static Font FontOf(CellStyle style)
    {
        var font = new Font();
        if (style.Bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = style.Points });
        if (style.Ink is not null)
        {
            font.Append(new Color { Rgb = "FF" + style.Ink });
        }

        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill FillOf(string colour) => new(new PatternFill(
        new ForegroundColor { Rgb = "FF" + colour },
        new BackgroundColor { Indexed = 64 })
    {
        PatternType = PatternValues.Solid,
    });

    private static Border NoBorder() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    private static Border ThinBorder() => new(
        Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder());

    private static T Thin<T>()
        where T : BorderPropertiesType, new()
    {
        var line = new T { Style = BorderStyleValues.Thin };
        line.Append(new Color { Rgb = "FFBFBFBF" });
        return line;
    }
}
