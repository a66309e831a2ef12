using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>The head: boxes 1 to 4.</summary>
internal static partial class HeadRules
{
    internal static IEnumerable<Deviation> Check(ReadDocument read, DocumentParts parts) =>
        Columns(parts).Concat(Nation(read, parts)).Concat(Issuer(parts)).Concat(Number(parts)).Concat(Date(parts));

    private static IEnumerable<Deviation> Columns(DocumentParts parts)
    {
        if (parts.HeadTable is not { } table) yield return new(DecreeRules.HeadColumns, "paragraph 1", "no table at the head");
        else if (table.Columns != 2 || table.HasBorders)
            yield return new(DecreeRules.HeadColumns, $"table {table.Index + 1}", $"{table.Columns} columns{(table.HasBorders ? " with borders" : "")}");
    }

    private static IEnumerable<Deviation> Nation(ReadDocument read, DocumentParts parts)
    {
        var head = parts.Head.Count > 0 ? parts.Head : read.Paragraphs.Take(12).ToList();
        var nation = head.FirstOrDefault(paragraph => DocumentParts.Words(paragraph.Text) == DecreeTexts.Nation);
        if (nation is null || !Measure.IsCapitals(nation.Trimmed) || nation.Cell is { Column: 0 })
            yield return new(DecreeRules.Nation, nation?.Place ?? "head", nation?.Trimmed ?? "none");
        if (nation is not null && !nation.All(run => Measure.HasSize(run, 12, 13) && run is { Bold: true, Italic: false }))
            yield return new(DecreeRules.NationLetters, nation.Place, Measure.Letters(nation));
        var motto = head.FirstOrDefault(paragraph => Joined().Replace(DocumentParts.Words(paragraph.Text), "") == "ĐỘCLẬPTỰDOHẠNHPHÚC");
        if (motto is null || motto.Trimmed != DecreeTexts.Motto) yield return new(DecreeRules.Motto, motto?.Place ?? "head", motto?.Trimmed ?? "none");
        if (motto is null) yield break;
        if (!motto.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: true, Italic: false }))
            yield return new(DecreeRules.MottoLetters, motto.Place, Measure.Letters(motto));
        if (motto.Side != ReadSide.Centre) yield return new(DecreeRules.MottoSide, motto.Place, motto.Side.ToString());
        var text = Measure.WidthOf(motto);
        var length = Measure.RuleUnder(motto, Next(head, motto), WidthOf(parts, motto));
        if (length is null || Math.Abs(length.Value - text) > text * 0.1)
            yield return new(DecreeRules.MottoRule, motto.Place, length is { } l ? $"{Measure.Number(l / text * 100)}% of the text" : "none");
    }

    private static IEnumerable<Deviation> Issuer(DocumentParts parts)
    {
        var names = parts.Head.Where(paragraph => paragraph.Cell is { Column: 0 } && !paragraph.IsEmpty)
            .TakeWhile(paragraph => !IsNumber(paragraph)).ToList();
        if (names.Count == 0)
        {
            yield return new(DecreeRules.Issuing, "head", "none");
            yield break;
        }

        // The issuing body is what stands last; a long name may go on over lines of the same look.
        var issuing = names[^1];
        foreach (var governing in names.Take(names.Count - 1))
        {
            var isIssuing = governing.All(run => run.Bold) && names.Count > 2;
            if (!isIssuing && (!Measure.IsCapitals(governing.Trimmed) || !governing.All(run => Measure.HasSize(run, 12, 13) && run is { Bold: false, Italic: false })))
                yield return new(DecreeRules.Governing, governing.Place, Measure.Letters(governing));
        }

        if (!Measure.IsCapitals(issuing.Trimmed) || issuing.Side != ReadSide.Centre
            || !issuing.All(run => Measure.HasSize(run, 12, 13) && run is { Bold: true, Italic: false }))
            yield return new(DecreeRules.Issuing, issuing.Place, Measure.Letters(issuing));
        var width = WidthOf(parts, issuing);
        var text = Math.Min(Measure.WidthOf(issuing), width);
        var length = Measure.RuleUnder(issuing, Next(parts.Head, issuing), width);
        if (length is null || length < text * 0.28 || length > text * 0.55)
            yield return new(DecreeRules.IssuingRule, issuing.Place, length is { } l ? $"{Measure.Number(l / text * 100)}% of the text" : "none");
    }

    private static IEnumerable<Deviation> Number(DocumentParts parts)
    {
        var number = parts.Head.FirstOrDefault(IsNumber);
        if (number is null || !NumberForm().IsMatch(number.Trimmed)) yield return new(DecreeRules.NumberForm, number?.Place ?? "head", number?.Trimmed ?? "none");
        if (number is not null && (number.Side != ReadSide.Centre || !number.All(run => Measure.HasSize(run, 13, 13) && run is { Bold: false, Italic: false })))
            yield return new(DecreeRules.NumberLetters, number.Place, $"{Measure.Letters(number)} ({number.Side})");
    }

    private static IEnumerable<Deviation> Date(DocumentParts parts)
    {
        var date = parts.Head.FirstOrDefault(paragraph => DateWords().IsMatch(paragraph.Text));
        if (date is null || !DateForm().IsMatch(date.Trimmed)) yield return new(DecreeRules.DateForm, date?.Place ?? "head", date?.Trimmed ?? "none");
        if (date is null) yield break;
        if (Abbreviated().IsMatch(date.Trimmed)) yield return new(DecreeRules.Place, date.Place, date.Trimmed);
        if (date.Side != ReadSide.Centre || date.Cell is { Column: 0 } || !date.All(run => Measure.HasSize(run, 13, 14) && run is { Italic: true, Bold: false }))
            yield return new(DecreeRules.DateLetters, date.Place, $"{Measure.Letters(date)} ({date.Side})");
    }

    private static bool IsNumber(ReadParagraph paragraph) => NumberWord().IsMatch(paragraph.Trimmed);

    private static ReadParagraph? Next(IEnumerable<ReadParagraph> paragraphs, ReadParagraph paragraph) =>
        paragraphs.FirstOrDefault(other => other.Index == paragraph.Index + 1 && other.Cell == paragraph.Cell);

    private static double WidthOf(DocumentParts parts, ReadParagraph paragraph) =>
        parts.HeadTable is { } table && paragraph.Cell is { } cell && cell.Column < table.Widths.Count ? table.Widths[cell.Column] : 468;

    [GeneratedRegex(@"[\s\-–—_.]+")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^số\b\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();

    /// <summary>The number may be blank; a single figure needs a zero.</summary>
    [GeneratedRegex(@"^Số: *(0[1-9]|[1-9]\d+)? *\/ *\p{Lu}[\p{Lu}\d]*(-[\p{Lu}\d]+)*$")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"ngày.*tháng", RegexOptions.IgnoreCase)]
    private static partial Regex DateWords();

    /// <summary>Day, month and year may be blank, each for itself.</summary>
    [GeneratedRegex(@"^\p{Lu}[^,]+, *ngày +(0[1-9]|[12]\d|3[01])? *tháng +(0[12]|[3-9]|1[0-2])? *năm *(\d{4})?$")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(TP|T\.P|Tp|Q|P|H|TX|TT)\s*\.|HCM")]
    private static partial Regex Abbreviated();
}
