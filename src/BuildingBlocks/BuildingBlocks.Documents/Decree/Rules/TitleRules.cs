using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>Name of the type, subject, addressees: boxes 5a and 9a.</summary>
internal static class TitleRules
{
    internal static IEnumerable<Deviation> Check(ReadDocument read, DocumentParts parts) =>
        Kind(parts).Concat(Subject(read, parts)).Concat(Addressees(parts));

    private static IEnumerable<Deviation> Kind(DocumentParts parts)
    {
        if (parts.Kind is not { } kind)
        {
            yield return new(DecreeRules.Kind, "after the head", "none");
            yield break;
        }

        if (!Measure.IsCapitals(kind.Trimmed) || kind.Side != ReadSide.Centre)
            yield return new(DecreeRules.Kind, kind.Place, $"{Measure.Short(kind.Trimmed)} ({kind.Side})");
        if (!IsTitle(kind)) yield return new(DecreeRules.KindLetters, kind.Place, Measure.Letters(kind));
    }

    private static IEnumerable<Deviation> Subject(ReadDocument read, DocumentParts parts)
    {
        if (parts.Subject.Count == 0)
        {
            yield return new(DecreeRules.SubjectLetters, parts.Kind?.Place ?? "after the head", "none");
            yield break;
        }

        foreach (var line in parts.Subject)
        {
            if (!IsTitle(line) || line.Side != ReadSide.Centre || !Measure.IsLowerCase(line.Trimmed))
                yield return new(DecreeRules.SubjectLetters, line.Place, $"{Measure.Letters(line)} ({line.Side})");
        }

        var last = parts.Subject[^1];
        var section = read.Sections.Count > last.Section ? read.Sections[last.Section] : null;
        var width = section is null ? 468 : (section.Width - section.Left - section.Right) / 25.4 * 72;
        var text = Math.Min(parts.Subject.Max(Measure.WidthOf), width);
        var next = read.Paragraphs.FirstOrDefault(paragraph => paragraph.Index == last.Index + 1 && paragraph.Cell is null);
        var length = Measure.RuleUnder(last, next, width);
        if (length is null || length < text * 0.28 || length > text * 0.55)
            yield return new(DecreeRules.SubjectRule, last.Place, length is { } l ? $"{Measure.Number(l / text * 100)}% of the text" : "none");
    }

    private static IEnumerable<Deviation> Addressees(DocumentParts parts)
    {
        foreach (var (at, line) in parts.Addressees.Index())
        {
            var isLast = at == parts.Addressees.Count - 1;
            var form = at == 0
                ? line.Trimmed.StartsWith("Kính gửi:", StringComparison.Ordinal) && (parts.Addressees.Count == 1) == (line.Trimmed.Length > "Kính gửi:".Length)
                : line.Trimmed.StartsWith("- ", StringComparison.Ordinal) && line.Trimmed.EndsWith(isLast ? '.' : ';');
            if (!form || !line.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: false, Italic: false }))
                yield return new(DecreeRules.Addressee, line.Place, Measure.Letters(line));
        }
    }

    private static bool IsTitle(ReadParagraph paragraph) => paragraph.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: true, Italic: false });
}
