using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>
/// A <c>decimal(28,6)</c> as text of fixed width that sorts as the number does. SQLite has no exact decimal: through its REAL, sums
/// would not be exact. Negative numbers are written as the complement to ten in every digit, so that smaller sorts first.
/// </summary>
public static class SortableDecimal
{
    private const int WholeDigits = 22;
    private const decimal Limit = 10_000_000_000_000_000_000_000m;

    /// <summary>The text: a sign digit (1 for zero and above), 22 digits, a point, 6 digits.</summary>
    public static string Write(decimal value)
    {
        var rounded = decimal.Round(value, 6, MidpointRounding.ToEven);
        if (Math.Abs(rounded) >= Limit) throw new OverflowException("The value does not fit decimal(28,6).");
        var digits = Math.Abs(rounded).ToString("F6", CultureInfo.InvariantCulture).PadLeft(WholeDigits + 7, '0');
        return rounded >= 0
            ? "1" + digits
            : "0" + string.Create(digits.Length, digits, (target, source) =>
            {
                for (var i = 0; i < source.Length; i++) target[i] = source[i] == '.' ? '.' : (char)('0' + ('9' - source[i]));
            });
    }

    /// <summary>The number that <see cref="Write"/> wrote.</summary>
    public static decimal Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text[0] == '1') return decimal.Parse(text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var digits = string.Create(text.Length - 1, text, (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = source[i + 1] == '.' ? '.' : (char)('0' + ('9' - source[i + 1]));
        });
        return -decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}

internal sealed class SortableDecimalConverter() : ValueConverter<decimal, string>(
    value => SortableDecimal.Write(value), text => SortableDecimal.Read(text));
