using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Decree.Reading;

/// <summary>Counts numbered paragraphs as Word does.</summary>
internal sealed class ListCounter
{
    private readonly Dictionary<int, Dictionary<int, Level>> _levels = [];
    private readonly Dictionary<int, int> _abstractOf = [];
    private readonly Dictionary<(int List, int Level), int> _counts = [];

    internal ListCounter(Numbering? numbering)
    {
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } list) _abstractOf[id] = list;
        }

        foreach (var list in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (list.AbstractNumberId?.Value is { } id)
                _levels[id] = list.Elements<Level>().Where(level => level.LevelIndex is not null).ToDictionary(level => level.LevelIndex!.Value);
        }
    }

    /// <summary>The next number of a list; null where the paragraph has none.</summary>
    internal ReadNumber? Next(int? numberId, int level)
    {
        if (numberId is not { } id || id == 0 || !_abstractOf.TryGetValue(id, out var list)) return null;
        if (!_levels.TryGetValue(list, out var levels) || !levels.TryGetValue(level, out var described)) return null;
        var format = described.NumberingFormat?.Val?.InnerText ?? "decimal";
        var start = described.StartNumberingValue?.Val?.Value ?? 1;
        var number = _counts.TryGetValue((list, level), out var last) ? last + 1 : start;
        _counts[(list, level)] = number;
        foreach (var deeper in _counts.Keys.Where(key => key.List == list && key.Level > level).ToList()) _counts.Remove(deeper);
        var label = described.LevelText?.Val?.Value ?? "";
        for (var at = 0; at <= level; at++)
        {
            var shown = at == level ? Written(number, format)
                : levels.TryGetValue(at, out var above) && _counts.TryGetValue((list, at), out var count)
                    ? Written(count, above.NumberingFormat?.Val?.InnerText ?? "decimal") : "";
            label = label.Replace("%" + (at + 1).ToString(CultureInfo.InvariantCulture), shown, StringComparison.Ordinal);
        }

        return new ReadNumber(list, level, format, label);
    }

    private static string Written(int number, string format) => format switch
    {
        "upperRoman" => OutlineNumbers.Roman(number),
        "lowerRoman" => OutlineNumbers.Roman(number).ToLowerInvariant(),
        "lowerLetter" => ((char)('a' + ((number - 1) % 26))).ToString(),
        "upperLetter" => ((char)('A' + ((number - 1) % 26))).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
