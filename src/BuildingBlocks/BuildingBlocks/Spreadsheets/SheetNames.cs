using System.Globalization;
using System.Text;
using System.Xml;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Excel's rules for names of sheets: 1-31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at an end, each only once.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static string Fit(string wished, IReadOnlyCollection<string> taken)
    {
        var name = new StringBuilder();
        foreach (var letter in wished.Normalize(NormalizationForm.FormC))
        {
            name.Append(letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) || !XmlConvert.IsXmlChar(letter) ? ' ' : letter);
        }

        var fitting = Cut(name.ToString(), Longest);
        fitting = fitting.Length == 0 ? "1" : fitting;
        for (var number = 2; ; number++)
        {
            if (!taken.Contains(fitting, StringComparer.OrdinalIgnoreCase))
            {
                return fitting;
            }

            var mark = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            fitting = Cut(name.ToString(), Longest - mark.Length) + mark;
        }
    }

    private static string Cut(string name, int most) => name[..Math.Min(most, name.Length)].Trim(' ', '\'');
}
