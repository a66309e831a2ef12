using System.Globalization;
using System.Text;

namespace LearningCity.BuildingBlocks.Text;

/// <summary>
/// Folds text for search: case, accents, đ, and both styles of tone marks ("Hoà" finds "Hòa", "hoa" finds both). The same on every
/// database, because it is done before the text is stored and before it is sought.
/// </summary>
public static class SearchText
{
    /// <summary>The folded text: lower case letters a-z, digits, and single spaces in place of everything else.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark) continue;

            // đ has no decomposition; Ð (Icelandic eth) looks like Đ and is typed in its place.
            var plain = letter is 'đ' or 'Đ' or 'Ð' or 'ð' ? 'd' : char.ToLowerInvariant(letter);
            if (char.IsLetterOrDigit(plain)) folded.Append(plain);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A pattern for LIKE that finds texts in which every word of <paramref name="text"/> begins a word, in this order.</summary>
    /// <remarks>The column that is sought must hold a space, then the folded text.</remarks>
    public static string Pattern(string text)
    {
        var words = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "%" : "% " + string.Join("% ", words) + "%";
    }
}
