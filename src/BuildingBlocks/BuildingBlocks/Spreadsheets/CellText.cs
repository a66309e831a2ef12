using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Text in the form that cells keep it: characters that XML cannot hold are written <c>_xHHHH_</c>, and text that looks like such an
/// escape is escaped itself (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
/// </summary>
internal static class CellText
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The most characters that Excel keeps in a cell.</summary>
    public const int Longest = 32_767;

    /// <summary>The text as the file holds it; what is longer than a cell takes ends in an ellipsis.</summary>
    public static string Encode(string text)
    {
        if (text.Length > Longest)
        {
            text = string.Concat(text.AsSpan(0, Longest - 1), "…");
        }

        var made = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                made.Append(letter).Append(text[++at]);
            }
            else if (char.IsSurrogate(letter))
            {
                made.Append('\uFFFD');
            }
            else if (letter == '_' && IsEscape(text, at))
            {
                made.Append("_x005F_");
            }
            else if (XmlConvert.IsXmlChar(letter) && letter != '\r')
            {
                made.Append(letter);
            }
            else
            {
                made.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_");
            }
        }

        return made.ToString();
    }

    /// <summary>The text as people see it.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var made = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '_' && IsEscape(text, at))
            {
                made.Append((char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 6;
            }
            else
            {
                made.Append(text[at]);
            }
        }

        return made.ToString();
    }

    /// <summary>
    /// Whether a program might read the text as a formula when it is edited or exported (OWASP, CSV injection: = + - @ tab and carriage
    /// return).
    /// </summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static bool IsEscape(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).IndexOfAnyExcept(Hex) < 0;
}
