namespace LearningCity.BuildingBlocks.Time;

/// <summary>The city's zone: Asia/Ho_Chi_Minh. Days are <see cref="DateOnly"/> there; instants are kept in UTC.</summary>
public static class CityTime
{
    /// <summary>The zone.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Today in the city.</summary>
    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DayOf(clock.GetUtcNow());
    }

    /// <summary>The day in the city at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The wall-clock time in the city at an instant.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant, in UTC, at a wall-clock time of a day in the city.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time = default)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant after a day: what is received before it was received on that day (semantics, dates).</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1));
}
