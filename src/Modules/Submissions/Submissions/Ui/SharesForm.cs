using System.Globalization;

namespace LearningCity.Submissions.Ui;

/// <summary>Reads what the forms of the page of shares send; what cannot be read becomes what commands refuse.</summary>
internal static class SharesForm
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>Codes of units, as people paste them.</summary>
    internal static IReadOnlyList<string> Codes(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    internal static Guid Key(string? text) => Guid.TryParse(text, out var key) ? key : Guid.Empty;

    internal static DateOnly Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;
}
