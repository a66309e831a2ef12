using System.Globalization;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>Paper and margins (Decree 30/2020/NĐ-CP, Appendix I, part I.3), and Word's units.</summary>
internal static class WordSizes
{
    internal const double PaperWidth = 210;
    internal const double PaperHeight = 297;
    internal const double Top = 20;
    internal const double Bottom = 20;
    internal const double Left = 30;
    internal const double Right = 15;

    /// <summary>From the edge of the paper to the page number: it stands in the top margin.</summary>
    internal const double Header = 10;

    /// <summary>Width of the text on a page, mm.</summary>
    internal static double TextWidth(bool landscape) => (landscape ? PaperHeight : PaperWidth) - Left - Right;

    /// <summary>Twentieths of a point.</summary>
    internal static int Twips(double millimetres) => (int)Math.Round(millimetres / 25.4 * 1440);

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Half points, as sizes are written.</summary>
    internal static string Half(double points) => Text((int)Math.Round(points * 2));
}
