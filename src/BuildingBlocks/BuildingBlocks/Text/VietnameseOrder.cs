using System.Globalization;
using System.Text;

namespace LearningCity.BuildingBlocks.Text;

/// <summary>
/// Keys that sort as Vietnamese does (a ă â b c d đ e ê ... ; then no mark, huyền, hỏi, ngã, sắc, nặng), with numbers by value
/// ("Phường 2" before "Phường 10"), under an ordinal collation on every database.
/// </summary>
public static class VietnameseOrder
{
    private const string ToneOrder = "\u0300\u0309\u0303\u0301\u0323";
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    /// <summary>The key of a name: letters first, tones only where letters are equal.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new StringBuilder(name.Length * 2);
        var tones = new StringBuilder();
        var number = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiDigit(c))
            {
                number.Append(c);
                continue;
            }

            Flush(number, letters);
            if (c is Circumflex or Breve or Horn) letters.Append(c == Breve ? '1' : '2');
            else if (ToneOrder.IndexOf(c) is >= 0 and var tone) tones.Append((char)('1' + tone));
            else if (c is 'đ' or 'Đ' or 'Ð' or 'ð') letters.Append("d3");
            else if (char.IsLetter(c)) AppendLetter(letters, tones, c);
            else if (letters.Length > 0 && letters[^1] != ' ') letters.Append(' ');
        }

        Flush(number, letters);
        return letters.ToString().TrimEnd() + "|" + tones;
    }

    private static void AppendLetter(StringBuilder letters, StringBuilder tones, char letter)
    {
        letters.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        tones.Append('0');
    }

    private static void Flush(StringBuilder number, StringBuilder letters)
    {
        if (number.Length == 0) return;
        letters.Append('0').Append(number.ToString().PadLeft(9, '0'));
        number.Clear();
    }
}
