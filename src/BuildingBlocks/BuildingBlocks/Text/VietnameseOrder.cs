using System.Globalization;
using System.Text;

namespace LearningCity.BuildingBlocks.Text;

/// <summary>
/// Keys that sort as Vietnamese does (a ă â b c d đ e ê ... ; then no mark, huyền, hỏi, ngã, sắc, nặng), with numbers by value
/// ("Phường 2" before "Phường 10"), under an ordinal collation on every database.
/// </summary>
public static class VietnameseOrder
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string ToneOrder = "\u0300\u0309\u0303\u0301\u0323";
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    /// <summary>The key of a name: letters first, tones only where letters are equal.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = new StringBuilder(name.Length);
        var tones = new StringBuilder(name.Length);
        var number = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiDigit(c))
            {
                number.Append(c);
                continue;
            }

            Flush(number, letters);
            if (c is Circumflex or Breve or Horn) Modify(letters, c);
            else if (ToneOrder.IndexOf(c, StringComparison.Ordinal) is >= 0 and var tone && tones.Length > 0) tones[^1] = (char)('1' + tone);
            else if (char.IsLetter(c)) Append(letters, tones, c is 'Ð' or 'ð' ? 'đ' : char.ToLower(c, CultureInfo.InvariantCulture));
            else if (letters.Length > 0 && letters[^1] != ' ') letters.Append(' ');
        }

        Flush(number, letters);
        return letters.ToString().TrimEnd() + "!" + tones;
    }

    /// <summary>A letter's place in the alphabet, written as a character after the digits; letters of other alphabets come last.</summary>
    private static void Append(StringBuilder letters, StringBuilder tones, char letter)
    {
        var place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
        letters.Append(place < 0 ? '~' : (char)('A' + place));
        tones.Append('0');
    }

    /// <summary>ă, â, ê, ô, ơ and ư come apart into a letter and a mark; the mark moves the letter to its own place.</summary>
    private static void Modify(StringBuilder letters, char mark)
    {
        if (letters.Length == 0 || letters[^1] is < 'A' or > 'a') return;
        var whole = (Alphabet[letters[^1] - 'A'], mark) switch
        {
            ('a', Breve) => 'ă',
            ('a', Circumflex) => 'â',
            ('e', Circumflex) => 'ê',
            ('o', Circumflex) => 'ô',
            ('o', Horn) => 'ơ',
            ('u', Horn) => 'ư',
            var (letter, _) => letter,
        };
        letters[^1] = (char)('A' + Alphabet.IndexOf(whole, StringComparison.Ordinal));
    }

    private static void Flush(StringBuilder number, StringBuilder letters)
    {
        if (number.Length == 0) return;
        letters.Append('0').Append(number.ToString().PadLeft(9, '0'));
        number.Clear();
    }
}
