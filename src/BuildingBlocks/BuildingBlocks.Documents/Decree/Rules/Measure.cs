using System.Globalization;
using LearningCity.BuildingBlocks.Documents.Decree.Reading;

namespace LearningCity.BuildingBlocks.Documents.Decree.Rules;

/// <summary>Measures that several rules share.</summary>
internal static class Measure
{
    /// <summary>Word rounds to twentieths of a point, people to half millimetres.</summary>
    internal const double Tolerance = 0.6;

    internal static bool IsBetween(double value, double from, double to) => value >= from - Tolerance && value <= to + Tolerance;

    internal static bool HasSize(ReadRun run, double from, double to) => run.Size >= from && run.Size <= to;

    /// <summary>Capitals throughout; a text without letters is.</summary>
    internal static bool IsCapitals(string text) => !text.Any(char.IsLower);

    /// <summary>Not all capitals, as running text is.</summary>
    internal static bool IsLowerCase(string text) => text.Any(char.IsLower) || !text.Any(char.IsLetter);

    /// <summary>How letters look, for the list of deviations.</summary>
    internal static string Letters(ReadParagraph paragraph)
    {
        var looks = paragraph.Written.Select(run =>
            Number(run.Size) + (run.Bold ? " bold" : "") + (run.Italic ? " italic" : "") + (run.Bold || run.Italic ? "" : " regular")).Distinct();
        return $"{string.Join(", ", looks)}: {Short(paragraph.Trimmed)}";
    }

    internal static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    internal static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    /// <summary>Length of the line under a paragraph, points; null where there is none. Underlining is none: it does not stand below the text.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="next">The one after it, which may be nothing but the line.</param>
    /// <param name="width">Width that the paragraph has, points.</param>
    internal static double? RuleUnder(ReadParagraph paragraph, ReadParagraph? next, double width)
    {
        if (paragraph.DrawnLine is { } drawn) return drawn;
        if (paragraph.HasBottomBorder) return width - paragraph.Left - paragraph.Right;
        if (next is not { IsEmpty: true }) return null;
        return next.DrawnLine ?? (next.HasBottomBorder ? width - next.Left - next.Right : null);
    }

    /// <summary>Width of the text of a paragraph on one line, points.</summary>
    internal static double WidthOf(ReadParagraph paragraph) => paragraph.Text.Split('\n')
        .Max(line => TimesMetrics.Width(line.Trim(), paragraph.Written.FirstOrDefault()?.Size ?? 13, paragraph.Written.Any(run => run.Bold)));
}
