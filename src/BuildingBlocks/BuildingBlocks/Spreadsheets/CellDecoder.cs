using System.Globalization;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Turns what the file says of a cell into its value (ECMA-376 part 1, 18.3.1.4 and 18.18.11).</summary>
/// <param name="SharedTexts">The texts that cells point to by number.</param>
/// <param name="DateStyles">By number of style, whether it shows a date.</param>
/// <param name="From1904">Whether days are counted from 1904, as old Macintosh workbooks do.</param>
internal sealed record CellDecoder(IReadOnlyList<string> SharedTexts, IReadOnlyList<bool> DateStyles, bool From1904)
{
    private const decimal Days1904 = 1462;

    // The last day that Excel knows, 31 December 9999.
    private const decimal LastDay = 2_958_466;

    public CellValue Value(CellAddress address, string? type, string? style, string? stored, bool formula)
    {
        if (string.IsNullOrEmpty(stored))
        {
            return CellValue.Blank(address, formula);
        }

        switch (type)
        {
            case "s":
                return Whole(stored) is { } number && number < SharedTexts.Count
                    ? CellValue.OfText(address, SharedTexts[number], formula)
                    : throw new FormatException($"{address} points to a shared text that is not there.");
            case "str" or "inlineStr":
                return CellValue.OfText(address, stored, formula);
            case "b":
                return CellValue.OfBoolean(address, stored is "1" or "true", formula);
            case "e":
                return CellValue.OfError(address, stored, formula);
            case "d":
                return DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var day)
                    && day.Year >= 1900
                    ? CellValue.OfMoment(address, (decimal)day.ToOADate(), DateTime.SpecifyKind(day, DateTimeKind.Unspecified), formula)
                    : CellValue.OfText(address, stored, formula);
            default:
                return Number(address, style, stored, formula);
        }
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private CellValue Number(CellAddress address, string? style, string stored, bool formula)
    {
        // Excel keeps 15 digits and writes the nearest double: 99.7 may stand there as 99.699999999999989.
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return CellValue.OfText(address, stored, formula);
        }

        number = number == 0 ? 0 : number;
        var showsDate = Whole(style ?? "") is { } styleNumber && styleNumber < DateStyles.Count && DateStyles[styleNumber];
        var serial = From1904 ? number + Days1904 : number;
        if (!showsDate || serial < 0 || serial >= LastDay)
        {
            return CellValue.OfNumber(address, number, formula);
        }

        // Excel counts 29 February 1900, which never was; dates before it are one day off against OLE dates.
        var moment = DateTime.FromOADate((double)(serial < 60 && !From1904 ? serial + 1 : serial));
        return CellValue.OfMoment(address, serial, moment, formula);
    }
}
