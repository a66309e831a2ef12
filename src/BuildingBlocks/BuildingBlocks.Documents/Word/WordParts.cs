using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>Paragraphs, rules and sections.</summary>
internal static class WordParts
{
    internal static Paragraph Text(string style, string text, params OpenXmlElement[] properties)
    {
        var described = new ParagraphProperties(new ParagraphStyleId { Val = style });
        described.Append(properties);
        var paragraph = new Paragraph(described);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 && lines.Length == 1) break;
            var run = new Run();
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            paragraph.Append(run);
        }

        return paragraph;
    }

    /// <summary>A rule of a length, in the middle of a width; both in points.</summary>
    internal static Paragraph Rule(double length, double width)
    {
        var side = WordSizes.Text((int)Math.Max(0, Math.Round((width - length) * 10)));
        return new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Rule },
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
            new SpacingBetweenLines { Before = "0", After = "0", Line = "40", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = side, Right = side }));
    }

    /// <summary>The settings of a section; the page number stands in the top margin and not on the section's first page.</summary>
    internal static SectionProperties Section(bool landscape, bool numbered)
    {
        var (width, height) = landscape ? (WordSizes.PaperHeight, WordSizes.PaperWidth) : (WordSizes.PaperWidth, WordSizes.PaperHeight);
        var size = new PageSize { Width = (uint)WordSizes.Twips(width), Height = (uint)WordSizes.Twips(height) };
        if (landscape) size.Orient = PageOrientationValues.Landscape;
        var section = new SectionProperties();
        if (numbered)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = WordPackage.HeaderId },
                new HeaderReference { Type = HeaderFooterValues.First, Id = WordPackage.FirstHeaderId });
        }

        section.Append(
            new SectionType { Val = SectionMarkValues.NextPage },
            size,
            new PageMargin
            {
                Top = WordSizes.Twips(WordSizes.Top),
                Bottom = WordSizes.Twips(WordSizes.Bottom),
                Left = (uint)WordSizes.Twips(WordSizes.Left),
                Right = (uint)WordSizes.Twips(WordSizes.Right),
                Header = (uint)WordSizes.Twips(WordSizes.Header),
                Footer = (uint)WordSizes.Twips(WordSizes.Header),
                Gutter = 0,
            },
            new PageNumberType { Format = NumberFormatValues.Decimal, Start = 1 },
            new TitlePage());
        return section;
    }

    internal static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.PageNumber }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(new Text("2")),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End })));

    internal static Header NoPageNumber() => new(Text(WordStyles.PageNumber, ""));
}
