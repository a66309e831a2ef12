using System.Text.Json;

namespace LearningCity.BuildingBlocks.Time;

/// <summary>
/// Days off and swapped days as the government announced them, from <c>announced-holidays.json</c>, each year with its source. A year
/// that is not in it is computed from the law (<see cref="HolidayYear.Compute"/>) and may differ from what will be announced.
/// </summary>
internal static class AnnouncedHolidays
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static IReadOnlyDictionary<int, HolidayYear> Load()
    {
        using var stream = typeof(AnnouncedHolidays).Assembly.GetManifestResourceStream("announced-holidays.json")
            ?? throw new InvalidOperationException("The announced holidays are missing from the assembly.");
        return JsonSerializer.Deserialize<List<Announcement>>(stream, Options)!
            .ToDictionary(year => year.Year, year => new HolidayYear(year.DaysOff, year.WorkedInstead, year.Source));
    }

    private sealed record Announcement(int Year, string Source, HashSet<DateOnly> DaysOff, HashSet<DateOnly> WorkedInstead);
}
