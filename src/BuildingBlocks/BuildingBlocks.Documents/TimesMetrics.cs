using System.Globalization;
using System.Text;

namespace LearningCity.BuildingBlocks.Documents;

/// <summary>
/// How wide text is in Times New Roman: rules under a text are as long as the text, or a part of it. Widths in thousandths of the size, of
/// the characters from space to tilde, as Adobe's metrics of Times give them; a letter with marks is as wide as the letter.
/// </summary>
public static class TimesMetrics
{
    private static readonly int[] Regular =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278,
        278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
        722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
        500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly int[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333,
        333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
        722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556,
        556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>Width of a text in points.</summary>
    /// <param name="text">On one line.</param>
    /// <param name="size">Size in points.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static double Width(string text, double size, bool bold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var widths = bold ? Bold : Regular;
        var sum = 0;
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark) continue;
            var plain = sign switch { 'đ' => 'd', 'Đ' => 'D', '“' or '”' => 'r', '–' => 'n', _ => sign };
            sum += plain is >= ' ' and <= '~' ? widths[plain - ' '] : 500;
        }

        return sum * size / 1000;
    }
}
