using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>Instants are UTC and exact to the microsecond, which all three databases can keep.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => Microseconds.Truncate(value), value => value.ToUniversalTime());

/// <summary>SQLite has no instants: they are stored as microseconds since the year 1, which sort.</summary>
internal sealed class SortableInstantConverter() : ValueConverter<DateTimeOffset, long>(
    value => value.UtcTicks / TimeSpan.TicksPerMicrosecond,
    stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));

internal static class Microseconds
{
    internal static DateTimeOffset Truncate(DateTimeOffset value) =>
        new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
