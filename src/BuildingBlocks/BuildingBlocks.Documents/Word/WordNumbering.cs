using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>Real numbering: headings count themselves, and a paragraph that is moved keeps the outline right.</summary>
internal static class WordNumbering
{
    internal const int Outline = 1;
    internal const int Dashes = 2;

    /// <summary>The whole part: the outline of the decree (I., 1., a), then dashes; Appendix I, part II.6).</summary>
    internal static Numbering Make() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.Multilevel },
            Level(0, NumberFormatValues.UpperRoman, "%1.", WordStyles.HeadingId(1)),
            Level(1, NumberFormatValues.Decimal, "%2.", WordStyles.HeadingId(2)),
            Level(2, NumberFormatValues.LowerLetter, "%3)", WordStyles.HeadingId(3)))
        {
            AbstractNumberId = Outline,
        },
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel }, Level(0, NumberFormatValues.Bullet, "-", WordStyles.Item))
        {
            AbstractNumberId = Dashes,
        },
        new NumberingInstance(new AbstractNumId { Val = Outline }) { NumberID = Outline },
        new NumberingInstance(new AbstractNumId { Val = Dashes }) { NumberID = Dashes });

    private static Level Level(int level, NumberFormatValues format, string text, string style) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new ParagraphStyleIdInLevel { Val = style },
        new LevelSuffix { Val = LevelSuffixValues.Space }, new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = "720" }),
        new NumberingSymbolRunProperties(new RunFonts
        {
            Ascii = WordStyles.Face,
            HighAnsi = WordStyles.Face,
            ComplexScript = WordStyles.Face,
        }))
    {
        LevelIndex = level,
    };
}
