using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.BuildingBlocks.Ui;

/// <summary>
/// How figures and dates read in both languages, on screen, on paper and in mail. Nothing here depends on the machine's culture:
/// 1.234.567,89 and 30/06/2026 in Vietnamese, 1,234,567.89 and 30 June 2026 in English, the city's clock, a plain hyphen for minus.
/// </summary>
public static class Display
{
    /// <summary>The sign for "not applicable" in tables.</summary>
    public const string NotApplicable = "-";

    /// <summary>The sign for "not available": it occurred, but was not recorded.</summary>
    public const string NotAvailable = "...";

    /// <summary>The sign for "not yet reported".</summary>
    public const string NotReported = "○";

    private static readonly NumberFormatInfo ViNumbers = NumberFormat(group: ".", point: ",");
    private static readonly NumberFormatInfo EnNumbers = NumberFormat(group: ",", point: ".");

    private static readonly string[] ViWeekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    /// <summary>A number with grouped thousands.</summary>
    /// <param name="value">The number.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write; without it, as many as the number has, six at most.</param>
    public static string Number(decimal value, Language language, int? decimals = null)
    {
        var rounded = Math.Round(value, decimals ?? 6, MidpointRounding.AwayFromZero);
        var pattern = decimals is { } fixedCount ? "N" + fixedCount.ToString(CultureInfo.InvariantCulture) : "#,##0.######";
        return (rounded == 0 ? 0m : rounded).ToString(pattern, Numbers(language));
    }

    /// <summary>A whole number with grouped thousands.</summary>
    public static string Number(long value, Language language) => value.ToString("N0", Numbers(language));

    /// <summary>A share as a percentage: 0.727 reads 72,7%.</summary>
    /// <param name="ratio">The share; 1 is 100%.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public static string Percent(decimal ratio, Language language, int decimals = 1) => Number(ratio * 100, language, decimals) + "%";

    /// <summary>A share with what it is a share of: 72,7% (16/22). Without a denominator there is no share: the sign for "not applicable".</summary>
    /// <param name="numerator">The part.</param>
    /// <param name="denominator">The whole.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public static string Share(decimal numerator, decimal denominator, Language language, int decimals = 1) =>
        denominator == 0
            ? NotApplicable
            : $"{Percent(numerator / denominator, language, decimals)} ({Fraction(numerator, denominator, language)})";

    /// <summary>Part and whole: 3.412/3.968.</summary>
    public static string Fraction(decimal numerator, decimal denominator, Language language) =>
        $"{Number(numerator, language)}/{Number(denominator, language)}";

    /// <summary>A difference with its sign: +1.880, -3, 0.</summary>
    /// <param name="difference">New minus old.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write; without it, as many as the number has.</param>
    public static string Change(decimal difference, Language language, int? decimals = null)
    {
        var text = Number(difference, language, decimals);
        var isZero = Math.Round(difference, decimals ?? 6, MidpointRounding.AwayFromZero) == 0;
        return difference > 0 && !isZero ? "+" + text : text;
    }

    /// <summary>A difference between two percentages, in points: +0,3 điểm %.</summary>
    /// <param name="ratioDifference">New share minus old share; 0.003 is 0.3 points.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public static string PointChange(decimal ratioDifference, Language language, int decimals = 1) =>
        Change(ratioDifference * 100, language, decimals) + (language == Language.En ? " pts" : " điểm %");

    /// <summary>By how many per cent a value changed: +150,4%. From zero there is no such figure: null.</summary>
    /// <param name="from">The earlier value.</param>
    /// <param name="to">The later value.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public static string? RelativeChange(decimal from, decimal to, Language language, int decimals = 1) =>
        from == 0 ? null : Change((to - from) / Math.Abs(from) * 100, language, decimals) + "%";

    /// <summary>A day: 30/06/2026, or 30 June 2026.</summary>
    public static string Date(DateOnly date, Language language) => language == Language.En
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The city's day of a moment: 30/06/2026, or 30 June 2026.</summary>
    public static string Date(DateTimeOffset moment, Language language) => Date(CityTime.DayOf(moment), language);

    /// <summary>A day for narrow columns: 30/06/2026, or 30 Jun 2026.</summary>
    public static string ShortDate(DateOnly date, Language language) => language == Language.En
        ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : Date(date, language);

    /// <summary>A day with its weekday: Thứ Ba, 30/06/2026, or Tuesday, 30 June 2026.</summary>
    public static string LongDate(DateOnly date, Language language) => language == Language.En
        ? date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)
        : $"{ViWeekdays[(int)date.DayOfWeek]}, {Date(date, language)}";

    /// <summary>The city's clock, 24 hours: 14:32.</summary>
    public static string Time(DateTimeOffset moment) => CityTime.Local(moment).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>A moment in a sentence: 09:12 ngày 26/06/2026, or 09:12 on 26 June 2026.</summary>
    public static string Moment(DateTimeOffset moment, Language language) =>
        Time(moment) + (language == Language.En ? " on " : " ngày ") + Date(moment, language);

    /// <summary>A moment in a table: 26/06/2026 09:12, or 26 Jun 2026 09:12.</summary>
    public static string ShortMoment(DateTimeOffset moment, Language language) =>
        $"{ShortDate(CityTime.DayOf(moment), language)} {Time(moment)}";

    /// <summary>A range of days: 15/12/2025 - 14/06/2026.</summary>
    public static string DateRange(DateOnly from, DateOnly to, Language language) => $"{Date(from, language)} - {Date(to, language)}";

    /// <summary>The size of a file: 640 KB, 1,2 MB.</summary>
    public static string FileSize(long bytes, Language language) => bytes switch
    {
        < 1024 => $"{Number(bytes, language)} B",
        < 1024 * 1024 => $"{Number(bytes / 1024m, language, 0)} KB",
        < 1024L * 1024 * 1024 => $"{Number(bytes / (1024m * 1024), language, 1)} MB",
        _ => $"{Number(bytes / (1024m * 1024 * 1024), language, 1)} GB",
    };

    /// <summary>A count with its noun: 28 báo cáo, or 1 report, 28 reports.</summary>
    /// <param name="count">How many.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="vi">The Vietnamese noun, which has no plural.</param>
    /// <param name="one">The English singular.</param>
    /// <param name="many">The English plural.</param>
    public static string Count(long count, Language language, string vi, string one, string many) =>
        $"{Number(count, language)} {(language == Language.Vi ? vi : count == 1 ? one : many)}";

    /// <summary>The code of a language in HTML: vi or en.</summary>
    public static string Code(this Language language) => language == Language.En ? "en" : "vi";

    private static NumberFormatInfo Numbers(Language language) => language == Language.En ? EnNumbers : ViNumbers;

    private static NumberFormatInfo NumberFormat(string group, string point)
    {
        var format = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        format.NumberGroupSeparator = group;
        format.NumberDecimalSeparator = point;
        return NumberFormatInfo.ReadOnly(format);
    }
}
