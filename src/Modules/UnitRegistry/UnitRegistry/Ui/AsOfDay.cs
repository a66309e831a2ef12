using System.Globalization;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.UnitRegistry.Ui;

/// <summary>The day that a page shows.</summary>
internal static class AsOfDay
{
    /// <summary>Reads the day of an address; today where there is none or it cannot be read.</summary>
    internal static DateOnly Read(string? text, TimeProvider clock, out bool understood)
    {
        understood = true;
        if (string.IsNullOrEmpty(text)) return CityTime.Today(clock);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        understood = false;
        return CityTime.Today(clock);
    }
}
