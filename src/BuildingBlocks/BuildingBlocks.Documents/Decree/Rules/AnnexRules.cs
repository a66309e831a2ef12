using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>Annexes.</summary>
internal static class AnnexRules
{
    internal static IEnumerable<Deviation> Check(ReadDocument read, DocumentParts parts)
    {
        // The text ends where the first annex begins; tables of the text count too.
        var start = parts.Annexes.Count > 0 ? parts.Annexes[0].Label.Index : 0;
        var said = string.Join('\n', read.Paragraphs.Take(start).Select(paragraph => DocumentParts.Words(paragraph.Text)));
        foreach (var (at, annex) in parts.Annexes.Index())
        {
            var expected = OutlineNumbers.Annex(at + 1, parts.Annexes.Count);
            var name = DocumentParts.Words(annex.Label.Trimmed);
            if (!name.Equals(expected, StringComparison.OrdinalIgnoreCase)) yield return new(DecreeRules.AnnexNumber, annex.Label.Place, annex.Label.Trimmed);
            if (annex.Label.Side != ReadSide.Centre || !annex.Label.All(run => run is { Size: 14, Bold: true, Italic: false }))
                yield return new(DecreeRules.AnnexLabel, annex.Label.Place, $"{Measure.Letters(annex.Label)} ({annex.Label.Side})");
            if (!IsSaid(said, name)) yield return new(DecreeRules.AnnexReference, annex.Label.Place, $"the text does not mention {annex.Label.Trimmed}");
            foreach (var deviation in Title(annex).Concat(Pages(read, annex, at))) yield return deviation;
        }
    }

    private static IEnumerable<Deviation> Title(AnnexPart annex)
    {
        var texts = annex.Paragraphs.Skip(1).Where(paragraph => !paragraph.IsEmpty && paragraph.Cell is null).ToList();
        var attached = texts.FindIndex(paragraph => DocumentParts.Words(paragraph.Text).StartsWith("(KÈM THEO", StringComparison.Ordinal));
        var title = texts.Take(attached < 0 ? 1 : attached).ToList();
        if (title.Count == 0 || title.Any(line => !Measure.IsCapitals(line.Trimmed) || line.Side != ReadSide.Centre
            || !line.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: true, Italic: false })))
            yield return new(DecreeRules.AnnexTitle, title.FirstOrDefault()?.Place ?? annex.Label.Place, title.Count == 0 ? "none" : Measure.Letters(title[0]));
        if (attached < 0 || texts[attached].Side != ReadSide.Centre
            || !texts[attached].All(run => Measure.HasSize(run, 13, 14) && run is { Italic: true, Bold: false }))
            yield return new(DecreeRules.AnnexAttached, attached < 0 ? annex.Label.Place : texts[attached].Place, attached < 0 ? "none" : Measure.Letters(texts[attached]));
    }

    private static IEnumerable<Deviation> Pages(ReadDocument read, AnnexPart annex, int at)
    {
        var before = annex.Label.Index == 0 ? null : read.Paragraphs[annex.Label.Index - 1];
        if (before?.Section == annex.Label.Section && !annex.Label.PageBreakBefore && !before.Text.EndsWith('\n'))
            yield return new(DecreeRules.AnnexPage, annex.Label.Place, annex.Label.Trimmed);
        var section = read.Sections.Count > annex.Label.Section ? read.Sections[annex.Label.Section] : null;
        if (section?.NumberStart != 1 || before?.Section == annex.Label.Section)
            yield return new(DecreeRules.AnnexPageNumber, section?.Place ?? $"annex {at + 1}", section?.NumberStart is { } start ? $"starts at {start}" : "goes on");
    }

    /// <summary>"PHỤ LỤC I" is not said by "PHỤ LỤC II".</summary>
    private static bool IsSaid(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (end == text.Length || !char.IsLetterOrDigit(text[end])) return true;
        }

        return false;
    }
}
