using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>The text: box 6.</summary>
internal static partial class BodyRules
{
    private const double Centimetre = 72 / 2.54;

    internal static IEnumerable<Deviation> Check(DocumentParts parts) =>
        parts.Body.SelectMany((paragraph, at) => Letters(paragraph).Concat(Shape(paragraph, at == 0 ? null : parts.Body[at - 1])))
            .Concat(Bases(parts)).Concat(Outline(parts)).Concat(End(parts));

    private static IEnumerable<Deviation> Letters(ReadParagraph paragraph)
    {
        var isBasis = IsBasis(paragraph);
        if (!paragraph.All(run => Measure.HasSize(run, 13, 14) && (isBasis || !run.Italic)))
            yield return new(DecreeRules.BodyLetters, paragraph.Place, Measure.Letters(paragraph));
    }

    private static IEnumerable<Deviation> Shape(ReadParagraph paragraph, ReadParagraph? before)
    {
        // A part ("Phần I") and its title stand in the middle.
        var isPart = paragraph.Side == ReadSide.Centre && paragraph.All(run => run.Bold);
        if (!isPart && paragraph.Side != ReadSide.Justified) yield return new(DecreeRules.BodySide, paragraph.Place, paragraph.Side.ToString());
        var indent = paragraph.Left + paragraph.FirstLine;
        if (!isPart && Math.Abs(indent - Centimetre) > 1.5 && Math.Abs(indent - (1.27 * Centimetre)) > 1.5)
            yield return new(DecreeRules.BodyIndent, paragraph.Place, $"{Measure.Number(indent / Centimetre)} cm: {Measure.Short(paragraph.Trimmed)}");
        if (before is not null && Math.Max(before.After, paragraph.Before) < 6 - 0.01)
            yield return new(DecreeRules.BodySpace, paragraph.Place, $"{Measure.Number(Math.Max(before.After, paragraph.Before))} pt");
        if (paragraph.Lines is not 0 and (< 0.99 or > 1.51)) yield return new(DecreeRules.BodyLines, paragraph.Place, Measure.Number(paragraph.Lines));
    }

    private static IEnumerable<Deviation> Bases(DocumentParts parts)
    {
        var bases = parts.Body.TakeWhile(IsBasis).ToList();
        foreach (var (at, paragraph) in bases.Index())
        {
            if (!paragraph.All(run => run.Italic) || !paragraph.Trimmed.EndsWith(at == bases.Count - 1 ? '.' : ';'))
                yield return new(DecreeRules.Basis, paragraph.Place, Measure.Letters(paragraph));
        }
    }

    private static IEnumerable<Deviation> Outline(DocumentParts parts)
    {
        var last = new int[3];
        foreach (var paragraph in parts.Body)
        {
            if (LabelOf(paragraph) is not { } label) continue;
            var (level, number) = label;
            last[level]++;
            if (number != last[level])
            {
                yield return new(DecreeRules.OutlineOrder, paragraph.Place, $"{OutlineNumbers.Heading(level + 1, Math.Clamp(number, 1, 25))} {Measure.Short(paragraph.Trimmed)}");
                last[level] = number;
            }

            for (var deeper = level + 1; deeper < last.Length; deeper++) last[deeper] = 0;
            var text = Typed().Replace(paragraph.Trimmed, "");
            if (level == 0 && (!Measure.IsCapitals(text) || !paragraph.All(run => run is { Bold: true, Italic: false })))
                yield return new(DecreeRules.HeadingOne, paragraph.Place, Measure.Letters(paragraph));
            if (level == 1 && IsTitle(text) && (!Measure.IsLowerCase(text) || !paragraph.All(run => run is { Bold: true, Italic: false })))
                yield return new(DecreeRules.HeadingTwo, paragraph.Place, Measure.Letters(paragraph));
            if (level == 2 && paragraph.All(run => run.Italic)) yield return new(DecreeRules.HeadingThree, paragraph.Place, Measure.Letters(paragraph));
        }

        // A list that counts otherwise is an outline of another kind.
        foreach (var paragraph in parts.Body.Where(paragraph => paragraph.Number is { Format: not ("upperRoman" or "decimal" or "lowerLetter" or "bullet" or "none") }))
        {
            var rule = paragraph.Number!.Level switch { 0 => DecreeRules.HeadingOne, 1 => DecreeRules.HeadingTwo, _ => DecreeRules.HeadingThree };
            yield return new(rule, paragraph.Place, $"{paragraph.Number.Label} {Measure.Short(paragraph.Trimmed)}");
        }
    }

    private static IEnumerable<Deviation> End(DocumentParts parts)
    {
        var last = parts.Body is [.., var end] ? end : null;
        if (last is null || !last.Trimmed.EndsWith(DecreeTexts.End, StringComparison.Ordinal))
            yield return new(DecreeRules.End, last?.Place ?? "text", last is null ? "none" : Measure.Short(last.Trimmed));
    }

    /// <summary>Level and number of a heading, counted by Word or typed; null for what is none.</summary>
    private static (int Level, int Number)? LabelOf(ReadParagraph paragraph)
    {
        var label = paragraph.Number is { Format: not "bullet" } number ? number.Label : Typed().Match(paragraph.Trimmed).Value.Trim();
        if (label.Length < 2) return null;
        var sign = label[..^1];
        if (label[^1] == ')') return sign.Length == 1 && "abcdđeghiklmnopqrstuvxy".Contains(sign[0], StringComparison.Ordinal) ? (2, LetterOf(sign[0], paragraph.Number is not null)) : null;
        if (int.TryParse(sign, out var arabic)) return (1, arabic);
        for (var roman = 1; roman < 50; roman++)
        {
            if (OutlineNumbers.Roman(roman) == sign) return (0, roman);
        }

        return null;
    }

    /// <summary>Word counts with English letters, people with Vietnamese ones.</summary>
    private static int LetterOf(char letter, bool counted) => counted ? letter - 'a' + 1 : "abcdđeghiklmnopqrstuvxy".IndexOf(letter, StringComparison.Ordinal) + 1;

    /// <summary>A heading is short and no sentence; a numbered sentence is regular.</summary>
    private static bool IsTitle(string text) => text.Length is > 0 and <= 160 && !text.EndsWith('.') && !text.EndsWith(';') && !text.EndsWith(':');

    private static bool IsBasis(ReadParagraph paragraph) => BasisWord().IsMatch(paragraph.Trimmed);

    [GeneratedRegex(@"^([IVXL]+\.|\d{1,2}\.|[a-zđ]\))\s+")]
    private static partial Regex Typed();

    [GeneratedRegex(@"^Căn cứ\b")]
    private static partial Regex BasisWord();
}
