using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Decree.Reading;

/// <summary>Reads paragraphs with all that applies to them.</summary>
internal sealed class ParagraphReader(StyleChain styles, ListCounter lists)
{
    private const double Emu = 12700;

    internal ReadParagraph Read(Paragraph paragraph, int index, int section, ReadCell? cell, string place)
    {
        var own = paragraph.ParagraphProperties;
        var runs = paragraph.Descendants<Run>().Select(run => Read(run, own)).Where(run => run.Text.Length > 0).ToList();
        return new ReadParagraph(string.Concat(runs.Select(run => run.Text)))
        {
            Index = index,
            Section = section,
            Cell = cell,
            Place = place,
            Runs = runs,
            Side = SideOf(styles.OfParagraph<Justification, string>(own, found => found.Val?.InnerText)),
            Left = Indent(own, found => found.Left?.Value ?? found.Start?.Value),
            Right = Indent(own, found => found.Right?.Value ?? found.End?.Value),
            FirstLine = Indent(own, found => found.FirstLine?.Value ?? (found.Hanging?.Value is { } hanging ? "-" + hanging : null)),
            Before = Space(own, found => found.Before?.Value),
            After = Space(own, found => found.After?.Value),
            Lines = LinesOf(own),
            HasBottomBorder = styles.OfParagraph<ParagraphBorders, string>(own, found => found.BottomBorder?.Val?.InnerText) is { } border
                && border is not ("nil" or "none"),
            DrawnLine = DrawnLineOf(paragraph),
            Number = NumberOf(own),
            PageBreakBefore = styles.OfParagraph<PageBreakBefore, bool?>(own, found => found.Val?.Value ?? true) ?? false,
            EndsSection = own?.SectionProperties is not null,
        };
    }

    private ReadRun Read(Run run, ParagraphProperties? paragraph)
    {
        var own = run.RunProperties;
        var text = new StringBuilder();
        foreach (var child in run.ChildElements)
        {
            if (child is Text written) text.Append(written.Text);
            else if (child is TabChar) text.Append('\t');
            else if (child is Break) text.Append('\n');
        }

        var shown = text.ToString();
        if (styles.IsOn<Caps>(own, paragraph)) shown = shown.ToUpper(CultureInfo.InvariantCulture);
        return new(
            shown, styles.FontOf(own, paragraph), styles.SizeOf(own, paragraph), styles.IsOn<Bold>(own, paragraph),
            styles.IsOn<Italic>(own, paragraph),
            styles.OfRun<Underline, string>(own, paragraph, found => found.Val?.InnerText) is { } underline && underline != "none",
            styles.OfRun<Color, string>(own, paragraph, found => found.Val?.Value) ?? "auto");
    }

    private double Indent(ParagraphProperties? own, Func<Indentation, string?> value) =>
        (StyleChain.Number(styles.OfParagraph<Indentation, string>(own, value)) ?? 0) / 20;

    private double Space(ParagraphProperties? own, Func<SpacingBetweenLines, string?> value) =>
        (StyleChain.Number(styles.OfParagraph<SpacingBetweenLines, string>(own, value)) ?? 0) / 20;

    private double LinesOf(ParagraphProperties? own)
    {
        var rule = styles.OfParagraph<SpacingBetweenLines, string>(own, found => found.LineRule?.InnerText) ?? "auto";
        var line = StyleChain.Number(styles.OfParagraph<SpacingBetweenLines, string>(own, found => found.Line?.Value)) ?? 240;
        return rule == "auto" ? line / 240 : 0;
    }

    private ReadNumber? NumberOf(ParagraphProperties? own)
    {
        var id = styles.OfParagraph<NumberingProperties, int?>(own, found => found.NumberingId?.Val?.Value);
        var level = styles.OfParagraph<NumberingProperties, int?>(own, found => found.NumberingLevelReference?.Val?.Value) ?? 0;
        return lists.Next(id, level);
    }

    private static ReadSide SideOf(string? justification) => justification switch
    {
        "center" => ReadSide.Centre,
        "right" or "end" => ReadSide.Right,
        "both" or "distribute" => ReadSide.Justified,
        _ => ReadSide.Left,
    };

    /// <summary>A line shape anchored here, as Word draws it (DrawingML) or as older versions did (VML).</summary>
    private static double? DrawnLineOf(Paragraph paragraph)
    {
        var extent = paragraph.Descendants().FirstOrDefault(element =>
            element.LocalName == "extent" && element.NamespaceUri.EndsWith("wordprocessingDrawing", StringComparison.Ordinal)
            && paragraph.Descendants().Any(shape => shape.LocalName == "prstGeom" && Attribute(shape, "prst") is "line" or "straightConnector1"));
        if (extent is not null && StyleChain.Number(Attribute(extent, "cx")) is { } width) return width / Emu;
        var line = paragraph.Descendants().FirstOrDefault(element => element is { LocalName: "line", NamespaceUri: "urn:schemas-microsoft-com:vml" });
        return line is null ? null
            : Points(Attribute(line, "to")) - Points(Attribute(line, "from")) is { } length ? Math.Abs(length) : null;
    }

    private static double? Points(string? pair) => pair is null ? null
        : StyleChain.Number(pair.Split(',')[0].Replace("pt", "", StringComparison.Ordinal).Trim());

    private static string? Attribute(OpenXmlElement element, string name) =>
        element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == name).Value;
}
