using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>One annex of a file: the paragraph that begins it, and all up to the next.</summary>
internal sealed record AnnexPart(ReadParagraph Label, IReadOnlyList<ReadParagraph> Paragraphs);

/// <summary>Which paragraphs of a file are which part of a document; found by place and by words, not by styles.</summary>
internal sealed partial record DocumentParts
{
    public required ReadTable? HeadTable { get; init; }

    public required IReadOnlyList<ReadParagraph> Head { get; init; }

    public required ReadParagraph? Kind { get; init; }

    /// <summary>Up to the rule under it.</summary>
    public required IReadOnlyList<ReadParagraph> Subject { get; init; }

    public required IReadOnlyList<ReadParagraph> Addressees { get; init; }

    /// <summary>The text, without what stands in tables.</summary>
    public required IReadOnlyList<ReadParagraph> Body { get; init; }

    public required IReadOnlyList<ReadParagraph> FootLeft { get; init; }

    public required IReadOnlyList<ReadParagraph> FootRight { get; init; }

    public required IReadOnlyList<AnnexPart> Annexes { get; init; }

    internal static DocumentParts Of(ReadDocument read)
    {
        var all = read.Paragraphs;
        var firstText = all.FirstOrDefault(paragraph => !paragraph.IsEmpty);
        var headTable = firstText?.Cell is { Table: var index } ? read.Tables[index] : null;
        var head = headTable is null ? [] : all.Where(paragraph => paragraph.Cell?.Table == headTable.Index).ToList();
        var label = all.FirstOrDefault(paragraph => Words(paragraph.Trimmed).StartsWith("NƠI NHẬN", StringComparison.Ordinal));
        var footTable = label?.Cell?.Table;
        var annexes = Annexed(all, label?.Index ?? -1);
        var end = new[] { label?.Index, annexes.Count > 0 ? annexes[0].Label.Index : null }.Min() ?? all.Count;
        if (footTable is { } foot) end = Math.Min(end, all.First(paragraph => paragraph.Cell?.Table == foot).Index);
        var start = head.Count > 0 ? head[^1].Index + 1 : 0;
        var middle = all.Skip(start).Take(Math.Max(0, end - start)).Where(paragraph => paragraph.Cell is null).ToList();
        var kind = middle.FirstOrDefault(paragraph => !paragraph.IsEmpty);
        var after = kind is null ? [] : middle.Where(paragraph => paragraph.Index > kind.Index).ToList();
        var subject = after.SkipWhile(paragraph => paragraph.IsEmpty && !IsRule(paragraph))
            .TakeWhile((paragraph, at) => !paragraph.IsEmpty && (at == 0 || (paragraph.Side == ReadSide.Centre && paragraph.All(run => run.Bold)))).ToList();
        var rest = subject.Count == 0 ? after : after.Where(paragraph => paragraph.Index > subject[^1].Index).ToList();
        var addressees = rest.SkipWhile(paragraph => paragraph.IsEmpty || IsMark(paragraph)).Take(1)
            .Where(paragraph => Words(paragraph.Trimmed).StartsWith("KÍNH GỬI", StringComparison.Ordinal)).ToList();
        if (addressees is [var first])
        {
            addressees.AddRange(rest.Where(paragraph => paragraph.Index > first.Index)
                .TakeWhile(paragraph => paragraph.Trimmed.StartsWith('-') && paragraph.Number is null));
        }

        var last = addressees.Count > 0 ? addressees[^1].Index : -1;
        return new DocumentParts
        {
            HeadTable = headTable,
            Head = head,
            Kind = kind,
            Subject = subject,
            Addressees = addressees,
            Body = [.. rest.Where(paragraph => paragraph.Index > last && !paragraph.IsEmpty && !IsMark(paragraph))],
            FootLeft = footTable is { } left ? [.. all.Where(paragraph => paragraph.Cell is { Column: 0 } cell && cell.Table == left)] : [],
            FootRight = footTable is { } right ? [.. all.Where(paragraph => paragraph.Cell is { Column: > 0 } cell && cell.Table == right)] : [],
            Annexes = annexes,
        };
    }

    /// <summary>Capitals, one space between words: so that a wrong case is found as such and not as a missing part.</summary>
    internal static string Words(string text) => Spaces().Replace(text.Trim(), " ").ToUpperInvariant();

    /// <summary>An empty paragraph that draws a line.</summary>
    internal static bool IsRule(ReadParagraph paragraph) => paragraph.HasBottomBorder || paragraph.DrawnLine is not null;

    /// <summary>A remark in italics in the middle, such as "draft", is no part of the text.</summary>
    private static bool IsMark(ReadParagraph paragraph) => paragraph.Side == ReadSide.Centre && paragraph.Written.Any() && paragraph.All(run => run.Italic);

    private static List<AnnexPart> Annexed(IReadOnlyList<ReadParagraph> all, int after)
    {
        var labels = all.Where(paragraph => paragraph.Index > after && paragraph.Cell is null && Label().IsMatch(paragraph.Trimmed)).ToList();
        return [.. labels.Select((label, at) => new AnnexPart(
            label,
            [.. all.Skip(label.Index).Take((at + 1 < labels.Count ? labels[at + 1].Index : all.Count) - label.Index)]))];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^phụ\s+lục(\s+(số\s+)?[\dIVXLC]+\.?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
