using System.Globalization;
using System.Text;

namespace LearningCity.BuildingBlocks.Documents;

/// <summary>Numbers of outlines and annexes as documents write them.</summary>
public static class OutlineNumbers
{
    private static readonly (int Value, string Sign)[] Signs =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A number from 1 to 399 in Roman numerals.</summary>
    public static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }

    /// <summary>The number of a heading: <c>II.</c>, <c>3.</c>, <c>b)</c>.</summary>
    /// <param name="level">1 to 3.</param>
    /// <param name="number">From 1.</param>
    public static string Heading(int level, int number) => level switch
    {
        1 => Roman(number) + ".",
        2 => number.ToString(CultureInfo.InvariantCulture) + ".",
        _ => (char)('a' + number - 1) + ")",
    };

    /// <summary>How an annex is called; it has a number if there are several.</summary>
    public static string Annex(int number, int count) => count > 1 ? $"Phụ lục {Roman(number)}" : "Phụ lục";
}
