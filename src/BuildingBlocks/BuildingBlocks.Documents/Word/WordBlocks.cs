using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>The text and its tables.</summary>
internal static class WordBlocks
{
    internal static IEnumerable<OpenXmlElement> Draw(IEnumerable<Block> blocks, bool landscape)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    yield return WordParts.Text(
                        WordStyles.HeadingId(heading.Level), heading.Level == 1 ? heading.Text.ToUpperInvariant() : heading.Text);
                    break;
                case TextBlock text:
                    yield return WordParts.Text(
                        text.Kind switch { TextKind.Basis => WordStyles.Basis, TextKind.Note => WordStyles.Note, _ => WordStyles.Body }, text.Text);
                    break;
                case ItemBlock item:
                    yield return WordParts.Text(WordStyles.Item, item.Text);
                    break;
                case TableBlock table:
                    yield return Draw(table, landscape);
                    break;
            }
        }
    }

    private static Table Draw(TableBlock table, bool landscape)
    {
        var whole = WordSizes.Twips(WordSizes.TextWidth(landscape));
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => (int)(whole * column.Share / shares)).ToArray();
        var properties = new TableProperties(
            new TableStyle { Val = WordStyles.Grid }, new TableWidth { Width = WordSizes.Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = "0420", FirstRow = true });
        if (table.Caption is { } caption) properties.Append(new TableCaption { Val = caption });
        var drawn = new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = WordSizes.Text(width) })));
        drawn.Append(Row(
            table.Columns.Select(column => column.Head), widths, _ => WordStyles.TableHead, _ => null, new CantSplit(), new TableHeader()));
        foreach (var row in table.Rows)
            drawn.Append(Row(row, widths, _ => WordStyles.TableText, at => table.Columns[at].Side, new CantSplit()));
        return drawn;
    }

    private static TableRow Row(
        IEnumerable<string> texts, int[] widths, Func<int, string> style, Func<int, ColumnSide?> side, params OpenXmlElement[] properties)
    {
        var row = new TableRow(new TableRowProperties(properties));
        foreach (var (at, text) in texts.Index())
        {
            OpenXmlElement[] aligned = side(at) switch
            {
                ColumnSide.Centre => [new Justification { Val = JustificationValues.Center }],
                ColumnSide.Right => [new Justification { Val = JustificationValues.Right }],
                _ => [],
            };
            row.Append(new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = WordSizes.Text(widths[at]), Type = TableWidthUnitValues.Dxa },
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                WordParts.Text(style(at), text, aligned)));
        }

        return row;
    }
}
