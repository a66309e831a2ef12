using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Decree.Reading;

/// <summary>
/// What applies to a paragraph or a run: what it says itself, else its style, the styles below that, the defaults of the document
/// (ECMA-376, part 1, 17.7.2). The style of a table is passed over: it seldom changes letters.
/// </summary>
internal sealed class StyleChain
{
    private const int Deepest = 20;
    private readonly Dictionary<string, Style> _styles;
    private readonly Style? _normal;
    private readonly RunPropertiesBaseStyle? _run;
    private readonly ParagraphPropertiesBaseStyle? _paragraph;
    private readonly ThemeFaces _theme;

    internal StyleChain(Styles? styles, ThemeFaces theme)
    {
        _theme = theme;
        _styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null)
            .DistinctBy(style => style.StyleId!.Value).ToDictionary(style => style.StyleId!.Value!);
        _normal = _styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true);
        _run = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        _paragraph = styles?.DocDefaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle;
    }

    /// <summary>The nearest element of a kind that has what is looked for, of a paragraph.</summary>
    internal TValue? OfParagraph<T, TValue>(ParagraphProperties? own, Func<T, TValue?> value)
        where T : OpenXmlElement
    {
        foreach (var element in new OpenXmlElement?[] { own }.Concat(Styles(own?.ParagraphStyleId?.Val?.Value).Select(style => style.StyleParagraphProperties))
            .Append(_paragraph))
        {
            if (element?.GetFirstChild<T>() is { } found && value(found) is { } known) return known;
        }

        return default;
    }

    /// <summary>The nearest element of a kind that has what is looked for, of a run.</summary>
    internal TValue? OfRun<T, TValue>(RunProperties? own, ParagraphProperties? paragraph, Func<T, TValue?> value)
        where T : OpenXmlElement
    {
        var chain = new OpenXmlElement?[] { own }
            .Concat(own?.RunStyle?.Val?.Value is { } id ? Styles(id).Select(style => style.StyleRunProperties) : [])
            .Concat(Styles(paragraph?.ParagraphStyleId?.Val?.Value).Select(style => style.StyleRunProperties)).Append(_run);
        foreach (var element in chain)
        {
            if (element?.GetFirstChild<T>() is { } found && value(found) is { } known) return known;
        }

        return default;
    }

    internal bool IsOn<T>(RunProperties? own, ParagraphProperties? paragraph)
        where T : OnOffType => OfRun<T, bool?>(own, paragraph, found => found.Val?.Value ?? true) ?? false;

    internal string FontOf(RunProperties? own, ParagraphProperties? paragraph) =>
        OfRun<RunFonts, string>(own, paragraph, fonts => fonts.Ascii?.Value ?? fonts.HighAnsi?.Value ?? _theme.Of(fonts.AsciiTheme?.InnerText)) ?? "Times New Roman";

    internal double SizeOf(RunProperties? own, ParagraphProperties? paragraph) =>
        (OfRun<FontSize, double?>(own, paragraph, size => Number(size.Val?.Value)) ?? 20) / 2;

    internal static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<Style> Styles(string? id)
    {
        var style = id is not null && _styles.TryGetValue(id, out var named) ? named : _normal;
        for (var depth = 0; style is not null && depth < Deepest; depth++)
        {
            yield return style;
            style = style.BasedOn?.Val?.Value is { } below ? _styles.GetValueOrDefault(below) : null;
        }
    }
}

/// <summary>The faces that a theme names for headings and for text.</summary>
internal sealed record ThemeFaces(string? Major, string? Minor)
{
    internal string? Of(string? theme) => theme is null ? null : theme.StartsWith("major", StringComparison.Ordinal) ? Major : Minor;
}
