using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Decree.Reading;

/// <summary>Reads a Word file into what the rules look at.</summary>
internal sealed class DocumentReader
{
    private const double TwipsInMillimetre = 1440 / 25.4;
    private readonly MainDocumentPart _main;
    private readonly ParagraphReader _reader;
    private readonly List<ReadParagraph> _paragraphs = [];
    private readonly List<ReadTable> _tables = [];
    private readonly List<SectionProperties> _sections = [];

    private DocumentReader(MainDocumentPart main)
    {
        _main = main;
        var fonts = main.ThemePart?.Theme?.ThemeElements?.FontScheme;
        var theme = new ThemeFaces(fonts?.MajorFont?.LatinFont?.Typeface?.Value, fonts?.MinorFont?.LatinFont?.Typeface?.Value);
        _reader = new ParagraphReader(
            new StyleChain(main.StyleDefinitionsPart?.Styles, theme), new ListCounter(main.NumberingDefinitionsPart?.Numbering));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no Word file, or it is damaged.</exception>
    internal static ReadDocument Read(Stream file)
    {
        try
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            if (package.MainDocumentPart is not { Document.Body: { } body } main) throw new InvalidDataException("The file has no text.");
            var reader = new DocumentReader(main);
            reader.Walk(body);
            if (body.GetFirstChild<SectionProperties>() is { } last) reader._sections.Add(last);
            return new ReadDocument(reader._paragraphs, reader._tables, reader.Sections());
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or FormatException)
        {
            throw new InvalidDataException("This is no Word file (.docx), or it is damaged.", exception);
        }
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph paragraph) Add(paragraph, null, $"paragraph {_paragraphs.Count + 1}");
            else if (child is Table table) Walk(table);
            else if (child is SdtBlock { SdtContentBlock: { } content }) Walk(content);
        }
    }

    private void Walk(Table table)
    {
        var index = _tables.Count;
        var widths = (table.GetFirstChild<TableGrid>()?.Elements<GridColumn>() ?? [])
            .Select(column => (StyleChain.Number(column.Width?.Value) ?? 0) / 20).ToList();
        _tables.Add(new ReadTable(index, widths.Count, HasBorders(table), widths));
        foreach (var (row, tableRow) in table.Elements<TableRow>().Index())
        {
            foreach (var (column, cell) in tableRow.Elements<TableCell>().Index())
            {
                foreach (var (at, paragraph) in cell.Elements<Paragraph>().Index())
                    Add(paragraph, new ReadCell(index, row, column), $"table {index + 1}, row {row + 1}, column {column + 1}, paragraph {at + 1}");
            }
        }
    }

    private void Add(Paragraph paragraph, ReadCell? cell, string place)
    {
        _paragraphs.Add(_reader.Read(paragraph, _paragraphs.Count, _sections.Count, cell, place));
        if (paragraph.ParagraphProperties?.SectionProperties is { } section) _sections.Add(section);
    }

    private bool HasBorders(Table table)
    {
        var properties = table.GetFirstChild<TableProperties>();
        var style = properties?.TableStyle?.Val?.Value is { } id
            ? _main.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(candidate => candidate.StyleId?.Value == id)
            : null;
        var borders = properties?.TableBorders ?? style?.StyleTableProperties?.TableBorders;
        return (borders?.ChildElements.OfType<BorderType>() ?? []).Concat(table.Descendants<TableCellBorders>().SelectMany(cell => cell.ChildElements.OfType<BorderType>()))
            .Any(border => border.Val?.InnerText is not (null or "nil" or "none"));
    }

    private List<ReadSection> Sections()
    {
        var read = new List<ReadSection>();
        foreach (var section in _sections)
        {
            var size = section.GetFirstChild<PageSize>();
            var margin = section.GetFirstChild<PageMargin>();
            var number = section.GetFirstChild<PageNumberType>();
            var before = read.LastOrDefault();
            read.Add(new ReadSection(
                read.Count, (size?.Width?.Value ?? 0) / TwipsInMillimetre, (size?.Height?.Value ?? 0) / TwipsInMillimetre,
                (margin?.Top?.Value ?? 0) / TwipsInMillimetre, (margin?.Bottom?.Value ?? 0) / TwipsInMillimetre,
                (margin?.Left?.Value ?? 0) / TwipsInMillimetre, (margin?.Right?.Value ?? 0) / TwipsInMillimetre,
                section.GetFirstChild<TitlePage>() is { } title && (title.Val?.Value ?? true), number?.Format?.InnerText ?? "decimal", number?.Start?.Value,
                Margin<HeaderReference>(section, HeaderFooterValues.Default) ?? before?.Header ?? ReadMargin.None,
                Margin<HeaderReference>(section, HeaderFooterValues.First) ?? before?.FirstHeader ?? ReadMargin.None,
                Margin<FooterReference>(section, HeaderFooterValues.Default) ?? before?.Footer ?? ReadMargin.None));
        }

        return read;
    }

    /// <summary>What a section refers to; null where it takes over what the section before has.</summary>
    private ReadMargin? Margin<T>(SectionProperties section, HeaderFooterValues kind)
        where T : HeaderFooterReferenceType
    {
        if (section.Elements<T>().FirstOrDefault(reference => reference.Type?.Value == kind)?.Id?.Value is not { } id) return null;
        var root = _main.GetPartById(id).RootElement;
        var drawn = root?.Descendants<Paragraph>().ToList() ?? [];
        var paragraphs = drawn.Select((paragraph, at) => _reader.Read(paragraph, at, -1, null, $"{typeof(T).Name[..6].ToLowerInvariant()}, paragraph {at + 1}")).ToList();
        var numbered = drawn.FindIndex(paragraph => paragraph.Descendants<FieldCode>().Any(code => code.Text.Trim().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase))
            || paragraph.Descendants<SimpleField>().Any(field => field.Instruction?.Value?.Trim().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) == true));
        return new ReadMargin(paragraphs, numbered < 0 ? null : paragraphs[numbered]);
    }
}
