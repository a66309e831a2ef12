using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.BuildingBlocks.Documents.Decree;
using LearningCity.BuildingBlocks.Documents.Word;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace LearningCity.BuildingBlocks.Tests.Documents;

/// <summary>Our own file with one thing spoilt, as somebody's hand would spoil it in Word.</summary>
internal sealed class BrokenReport : IDisposable
{
    private readonly MemoryStream _file = new();
    private readonly WordprocessingDocument _package;

    internal BrokenReport()
    {
        _file.Write(WordWriter.Write(SampleReport.Make(rows: 5)));
        _package = WordprocessingDocument.Open(_file, isEditable: true);
    }

    internal MainDocumentPart Main => _package.MainDocumentPart!;

    internal Body Body => Main.Document.Body!;

    internal Table HeadTable => Body.Elements<Table>().First();

    internal IEnumerable<SectionProperties> Sections => Body.Descendants<SectionProperties>();

    /// <summary>The paragraph whose text begins so.</summary>
    internal Paragraph Find(string text) => Body.Descendants<Paragraph>().First(paragraph => paragraph.InnerText.StartsWith(text, StringComparison.Ordinal));

    internal void Retype(string text, string into)
    {
        var found = Find(text);
        found.RemoveAllChildren<Run>();
        found.Append(new Run(new WordText(into) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>Direct formatting of all runs of a paragraph, which beats its style.</summary>
    internal void Format(string text, params OpenXmlElement[] look)
    {
        foreach (var run in Find(text).Elements<Run>())
            run.RunProperties = new RunProperties(look.Select(element => (OpenXmlElement)element.CloneNode(true)));
    }

    internal void Shape(string text, OpenXmlElement property)
    {
        var properties = Find(text).ParagraphProperties!;
        foreach (var same in properties.ChildElements.Where(child => child.GetType() == property.GetType()).ToList()) same.Remove();
        properties.Append(property);
    }

    internal void Size(string text, double points) => Format(text, new FontSize { Val = ((int)(points * 2)).ToString(System.Globalization.CultureInfo.InvariantCulture) });

    internal void Align(string text, JustificationValues side) => Shape(text, new Justification { Val = side });

    /// <summary>Codes of all deviations, each once.</summary>
    internal IReadOnlyList<string> Codes()
    {
        _package.Save();
        _package.Dispose();
        _file.Position = 0;
        return [.. DecreeChecker.Check(_file).Select(deviation => deviation.Rule.Code).Distinct()];
    }

    public void Dispose()
    {
        _package.Dispose();
        _file.Dispose();
    }
}
