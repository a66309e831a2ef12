using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>
/// Writes a document as a Word file by Decree 30/2020/NĐ-CP: real styles, real numbering, annexes as landscape sections of their own. The
/// same document gives the same bytes.
/// </summary>
public static class WordWriter
{
    /// <summary>The file.</summary>
    public static byte[] Write(AdministrativeDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var body = new Body();
        if (document.Head is { } head) body.Append(WordHead.Head(head));
        body.Append(WordHead.Title(document));
        body.Append(WordBlocks.Draw(document.Body, landscape: false));
        if (document.Foot is { } foot) body.Append(WordHead.Foot(foot));
        var section = WordParts.Section(landscape: false, numbered: true);
        foreach (var (at, annex) in document.Annexes.Index())
        {
            body.Append(Break(section));
            body.Append(
                WordParts.Text(WordStyles.AnnexLabel, OutlineNumbers.Annex(at + 1, document.Annexes.Count)),
                WordParts.Text(WordStyles.AnnexTitle, annex.Title.ToUpperInvariant()),
                WordParts.Text(WordStyles.AnnexAttached, DecreeTexts.AttachedLine(document)));
            body.Append(WordBlocks.Draw(annex.Blocks, landscape: true));
            section = WordParts.Section(landscape: true, numbered: true);
        }

        // A table must be followed by a paragraph.
        if (body.LastChild is Table) body.Append(WordParts.Text(WordStyles.End, ""));
        body.Append(section);
        return WordPackage.Write(new Document(body), document.Properties);
    }

    private static Paragraph Break(SectionProperties section) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = WordStyles.End },
        new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, section));
}
