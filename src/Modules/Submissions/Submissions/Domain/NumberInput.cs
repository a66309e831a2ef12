using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// Reads numbers as people type them: 1234567, 1.234.567, 1 234 567 and 1.234,5 in Vietnamese, mirrored in English. Groups of exactly
/// three digits after a dot are thousands; any other dot is never guessed: the reader is asked. (The framework's own parser reads
/// "12.50" as 1250 in Vietnamese.)
/// </summary>
internal static class NumberInput
{
    private const int MostDigits = 28;

    /// <summary>Reads what was typed.</summary>
    internal static NumberReading Read(string? typed, Language language)
    {
        var text = Strip(typed);
        if (text.Length == 0) return NumberReading.Nothing;
        var (group, point) = language == Language.En ? (',', '.') : ('.', ',');
        if (TryRead(text, group, point, out var value)) return new NumberReading(value, null, IsReadable: true);

        // One separator of the other language, in a place where it cannot be a thousand: perhaps it is the decimal point.
        return text.Count(letter => letter == group) == 1 && !text.Contains(point)
            && TryRead(text.Replace(group, point), group, point, out var suggested)
                ? new NumberReading(null, suggested, IsReadable: false)
                : new NumberReading(null, null, IsReadable: false);
    }

    private static bool TryRead(string text, char group, char point, out decimal value)
    {
        value = 0;
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        var pointAt = digits.IndexOf(point);
        var whole = pointAt < 0 ? digits : digits[..pointAt];
        var fraction = pointAt < 0 ? "" : digits[(pointAt + 1)..];
        if (whole.Length == 0 || (pointAt >= 0 && fraction.Length == 0) || fraction.ContainsAnyExceptInRange('0', '9')) return false;
        if (!IsGrouped(whole, group) && whole.ContainsAnyExceptInRange('0', '9')) return false;
        var plain = string.Concat(text.StartsWith('-') ? "-" : "", whole.ToString().Replace(group.ToString(), "", StringComparison.Ordinal),
            fraction.Length == 0 ? "" : ".", fraction);
        return plain.Length <= MostDigits
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>One to three digits, then groups of exactly three.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> whole, char group)
    {
        var first = whole.IndexOf(group);
        if (first is < 1 or > 3) return false;
        foreach (var part in whole[(first + 1)..].ToString().Split(group))
        {
            if (part.Length != 3) return false;
        }

        foreach (var letter in whole)
        {
            if (letter != group && !char.IsAsciiDigit(letter)) return false;
        }

        return true;
    }

    /// <summary>Without any kind of space, a per cent sign, and with a plain hyphen for minus.</summary>
    private static string Strip(string? typed) => typed is null
        ? ""
        : string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('%' or '\u200B'))).Replace('\u2212', '-');
}

/// <summary>What was read of a typed number.</summary>
/// <param name="Value">The number; null where there is none.</param>
/// <param name="Suggested">What it may be, to be asked.</param>
/// <param name="IsReadable">Whether it was a number, or nothing.</param>
internal sealed record NumberReading(decimal? Value, decimal? Suggested, bool IsReadable)
{
    internal static NumberReading Nothing { get; } = new(null, null, IsReadable: true);
}
