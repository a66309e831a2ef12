namespace LearningCity.UnitRegistry.Domain;

/// <summary>A time in days in which something is true; the first and the last day belong to it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it lasts.</param>
internal readonly record struct Validity(DateOnly From, DateOnly? To)
{
    internal bool IsEmpty => To < From;

    internal bool Contains(DateOnly day) => From <= day && (To is null || To >= day);

    internal bool Covers(Validity other) => From <= other.From && (To is null || To >= other.To);

    internal bool Overlaps(Validity other) => !Intersect(other).IsEmpty;

    internal Validity Intersect(Validity other) => new(
        From > other.From ? From : other.From,
        (To, other.To) switch
        {
            (null, var to) => to,
            (var to, null) => to,
            var (first, second) => first < second ? first : second,
        });

    /// <summary>What of this lies before another; empty if nothing does.</summary>
    internal Validity Before(Validity other) => Intersect(new(DateOnly.MinValue, DayBefore(other.From)));

    /// <summary>What of this lies after another; null if nothing does.</summary>
    internal Validity? After(Validity other)
    {
        if (other.To is not { } last || last == DateOnly.MaxValue) return null;
        var rest = Intersect(new(last.AddDays(1), null));
        return rest.IsEmpty ? null : rest;
    }

    internal static DateOnly DayBefore(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);
}
