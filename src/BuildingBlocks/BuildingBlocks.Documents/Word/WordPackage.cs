using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>
/// The parts of a Word file as a ZIP whose bytes depend on the content alone: fixed order, fixed times, fixed relations (ECMA-376, part 2).
/// The SDK's own packages carry the moment of saving and random names.
/// </summary>
internal static class WordPackage
{
    internal const string HeaderId = "rId4";
    internal const string FirstHeaderId = "rId5";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordMl = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Write(Document document, DocumentProperties properties)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes);
            Add(zip, "_rels/.rels", PackageRelations);
            Add(zip, "docProps/core.xml", Core(properties));
            Add(zip, "docProps/app.xml", App(properties));
            Add(zip, "word/document.xml", document);
            Add(zip, "word/styles.xml", WordStyles.Make(properties.Language));
            Add(zip, "word/numbering.xml", WordNumbering.Make());
            Add(zip, "word/settings.xml", new Settings(
                new Zoom { Percent = "100" }, new DefaultTabStop { Val = 720 }, new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
                new Compatibility(new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }),
                new ThemeFontLanguages { Val = properties.Language }));
            Add(zip, "word/header1.xml", WordParts.PageNumber());
            Add(zip, "word/header2.xml", WordParts.NoPageNumber());
            Add(zip, "word/_rels/document.xml.rels", DocumentRelations);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, OpenXmlPartRootElement root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true })) root.WriteTo(writer);
        Add(zip, name, text.ToString());
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }

    private static string ContentTypes { get; } =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + Override("/word/document.xml", WordMl + "document.main+xml") + Override("/word/styles.xml", WordMl + "styles+xml")
        + Override("/word/numbering.xml", WordMl + "numbering+xml") + Override("/word/settings.xml", WordMl + "settings+xml")
        + Override("/word/header1.xml", WordMl + "header+xml") + Override("/word/header2.xml", WordMl + "header+xml")
        + Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + Override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml") + "</Types>";

    private static string PackageRelations { get; } = RelationsOf(
        ("rId1", Relations + "/officeDocument", "word/document.xml"),
        ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", Relations + "/extended-properties", "docProps/app.xml"));

    private static string DocumentRelations { get; } = RelationsOf(
        ("rId1", Relations + "/styles", "styles.xml"), ("rId2", Relations + "/numbering", "numbering.xml"),
        ("rId3", Relations + "/settings", "settings.xml"), (HeaderId, Relations + "/header", "header1.xml"),
        (FirstHeaderId, Relations + "/header", "header2.xml"));

    private static string Override(string part, string type) => $"<Override PartName=\"{part}\" ContentType=\"{type}\"/>";

    private static string RelationsOf(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private static string Core(DocumentProperties properties)
    {
        var at = properties.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{SecurityElement.Escape(properties.Title)}</dc:title><dc:creator>{SecurityElement.Escape(properties.Author)}</dc:creator>"
            + $"<dc:language>{SecurityElement.Escape(properties.Language)}</dc:language>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified>"
            + "</cp:coreProperties>";
    }

    private static string App(DocumentProperties properties) =>
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>LearningCity</Application>"
        + $"<Company>{SecurityElement.Escape(properties.Author)}</Company></Properties>";
}
