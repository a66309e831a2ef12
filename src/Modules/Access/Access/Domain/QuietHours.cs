using LearningCity.BuildingBlocks.Time;

namespace LearningCity.Access.Domain;

/// <summary>Hours of the night, Vietnamese time, in which nobody is written to: what comes up then waits until the morning.</summary>
/// <param name="From">First minute of quiet.</param>
/// <param name="Until">First minute of the morning.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>The instant itself, or the next morning where it falls into the quiet.</summary>
    internal DateTimeOffset NotBefore(DateTimeOffset instant)
    {
        if (From == Until) return instant;
        var local = CityTime.Local(instant);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!time.IsBetween(From, Until)) return instant;
        var day = DateOnly.FromDateTime(local.DateTime);
        return CityTime.At(time < Until ? day : day.AddDays(1), Until);
    }
}
