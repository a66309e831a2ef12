using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>Recipients and signature: boxes 7 and 9b.</summary>
internal static partial class FootRules
{
    internal static IEnumerable<Deviation> Check(DocumentParts parts)
    {
        var left = parts.FootLeft.Where(paragraph => !paragraph.IsEmpty).ToList();
        if (left.Count == 0)
        {
            yield return new(DecreeRules.Recipients, "end of the text", "none");
            yield break;
        }

        foreach (var deviation in Recipients(left)) yield return deviation;
        foreach (var deviation in Signature([.. parts.FootRight.Where(paragraph => !paragraph.IsEmpty)], parts)) yield return deviation;
    }

    private static IEnumerable<Deviation> Recipients(List<ReadParagraph> left)
    {
        var label = left[0];
        if (label.Trimmed != DecreeTexts.RecipientsLabel || label.Side is not (ReadSide.Left or ReadSide.Justified)
            || !label.All(run => run is { Size: 12, Bold: true, Italic: true }))
            yield return new(DecreeRules.RecipientsLabel, label.Place, Measure.Letters(label));
        foreach (var (at, recipient) in left.Skip(1).Index())
        {
            var isLast = at == left.Count - 2;
            if (!recipient.All(run => run is { Size: 11, Bold: false, Italic: false }))
                yield return new(DecreeRules.RecipientLetters, recipient.Place, Measure.Letters(recipient));
            var text = recipient.Number is { Format: "bullet" } ? "- " + recipient.Trimmed : recipient.Trimmed;
            if (!(isLast ? Archive().IsMatch(text) : text.StartsWith("- ", StringComparison.Ordinal) && text.EndsWith(';')))
                yield return new(DecreeRules.RecipientForm, recipient.Place, Measure.Short(text));
        }

        if (left.Count == 1) yield return new(DecreeRules.RecipientForm, label.Place, "no recipients");
    }

    private static IEnumerable<Deviation> Signature(List<ReadParagraph> right, DocumentParts parts)
    {
        if (right.Count == 0)
        {
            yield return new(DecreeRules.Authority, "end of the text", "none");
            yield break;
        }

        // The name stands below the room for the signature; until it is known, there is none.
        var gap = right.FindIndex(paragraph => parts.FootRight.Any(other => other.IsEmpty && other.Index == paragraph.Index - 1) && paragraph != right[0]);
        var authority = gap < 0 ? right : right[..gap];
        foreach (var line in authority)
        {
            if (!Measure.IsCapitals(line.Trimmed) || line.Side != ReadSide.Centre
                || !line.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: true, Italic: false }))
                yield return new(DecreeRules.Authority, line.Place, $"{Measure.Letters(line)} ({line.Side})");
        }

        if (WrongAuthority().IsMatch(authority[0].Trimmed)) yield return new(DecreeRules.AuthorityForm, authority[0].Place, authority[0].Trimmed);
        foreach (var name in gap < 0 ? [] : right[gap..])
        {
            if (!Measure.IsLowerCase(name.Trimmed) || name.Side != ReadSide.Centre
                || !name.All(run => Measure.HasSize(run, 13, 14) && run is { Bold: true, Italic: false }))
                yield return new(DecreeRules.Signer, name.Place, $"{Measure.Letters(name)} ({name.Side})");
        }
    }

    [GeneratedRegex(@"^- Lưu: ?VT(, ?[^;.]+)?\.$")]
    private static partial Regex Archive();

    /// <summary>The abbreviations without their stop, or the words in full.</summary>
    [GeneratedRegex(@"^(TM|KT|TL|TUQ|Q)[ /:,]|^(THAY MẶT|KÝ THAY|THỪA LỆNH|THỪA ỦY QUYỀN)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WrongAuthority();
}
