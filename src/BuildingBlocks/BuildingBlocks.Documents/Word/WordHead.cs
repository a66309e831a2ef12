using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>Head and foot: two columns without borders.</summary>
internal static class WordHead
{
    /// <summary>Left columns of head and foot, mm: the country's name fits on one line beside it.</summary>
    private const double LeftColumn = 72;

    internal static IEnumerable<OpenXmlElement> Head(DocumentHead head)
    {
        var right = WordSizes.TextWidth(landscape: false) - LeftColumn;
        yield return Columns(
            (
                [.. Issuer(head, Points(LeftColumn))],
                [
                    WordParts.Text(WordStyles.Nation, DecreeTexts.Nation),
                    WordParts.Text(WordStyles.Motto, DecreeTexts.Motto),
                    WordParts.Rule(TimesMetrics.Width(DecreeTexts.Motto, 13, bold: true), Points(right)),
                ]),

            // Boxes 3 and 4 stand on the same line, however long the names above are.
            (
                [WordParts.Text(WordStyles.Number, head.NumberLine, Before(6))],
                [WordParts.Text(WordStyles.PlaceDate, head.PlaceLine, Before(6))]));
    }

    internal static IEnumerable<OpenXmlElement> Title(AdministrativeDocument document)
    {
        yield return WordParts.Text(WordStyles.Kind, document.Kind);
        yield return WordParts.Text(WordStyles.Subject, document.Subject);
        var longest = document.Subject.Split('\n').Max(line => TimesMetrics.Width(line, 14, bold: true));
        var width = Points(WordSizes.TextWidth(landscape: false));
        yield return WordParts.Rule(Math.Min(longest, width) * DecreeTexts.ShortRule, width);
        if (document.Mark is { } mark) yield return WordParts.Text(WordStyles.Mark, mark);
        if (document.Addressees is [var only])
        {
            yield return WordParts.Text(WordStyles.Addressee, $"Kính gửi: {only}");
            yield break;
        }

        for (var i = 0; i < document.Addressees.Count; i++)
        {
            if (i == 0) yield return WordParts.Text(WordStyles.Addressee, "Kính gửi:");
            var end = i == document.Addressees.Count - 1 ? "." : ";";
            yield return WordParts.Text(
                WordStyles.Addressee, $"- {document.Addressees[i]}{end}", new SpacingBetweenLines { Before = "0" },
                new Indentation { Left = "3572", Hanging = "170" });
        }
    }

    internal static OpenXmlElement Foot(DocumentFoot foot)
    {
        var left = new List<OpenXmlElement> { WordParts.Text(WordStyles.RecipientsLabel, DecreeTexts.RecipientsLabel) };
        left.AddRange(foot.RecipientLines().Select(line => WordParts.Text(WordStyles.Recipient, line)));
        var right = foot.Authority.Select(line => (OpenXmlElement)WordParts.Text(WordStyles.Authority, line)).ToList();
        for (var i = 0; i < DecreeTexts.RoomToSign; i++) right.Add(WordParts.Text(WordStyles.Authority, ""));
        right.Add(WordParts.Text(WordStyles.Signer, foot.Signer ?? ""));
        foreach (var first in new[] { left[0], right[0] }) first.GetFirstChild<ParagraphProperties>()!.Append(Before(12));
        return Columns((left, right));
    }

    private static IEnumerable<OpenXmlElement> Issuer(DocumentHead head, double width)
    {
        if (head.Governing is { } governing) yield return WordParts.Text(WordStyles.Governing, governing.ToUpperInvariant());
        var issuing = head.Issuing.ToUpperInvariant();
        yield return WordParts.Text(WordStyles.Issuing, issuing);
        yield return WordParts.Rule(Math.Min(TimesMetrics.Width(issuing, 12, bold: true), width) * DecreeTexts.ShortRule, width);
    }

    private static SpacingBetweenLines Before(int points) => new() { Before = WordSizes.Text(points * 20) };

    private static double Points(double millimetres) => millimetres / 25.4 * 72;

    private static Table Columns(params ReadOnlySpan<(List<OpenXmlElement> Left, List<OpenXmlElement> Right)> rows)
    {
        var (one, two) = (WordSizes.Twips(LeftColumn), WordSizes.Twips(WordSizes.TextWidth(landscape: false) - LeftColumn));
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = WordSizes.Text(one + two), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = WordSizes.Text(one) }, new GridColumn { Width = WordSizes.Text(two) }));
        foreach (var (left, right) in rows)
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(one, left), Cell(two, right)));
        return table;
    }

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = WordSizes.Text(width), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        return cell;
    }
}
