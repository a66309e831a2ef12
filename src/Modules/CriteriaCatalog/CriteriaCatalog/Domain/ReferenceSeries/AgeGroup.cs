using System.Globalization;

namespace LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

/// <summary>Ages from a first to a last one in completed years, both included; without a last one up to the oldest.</summary>
internal readonly record struct AgeGroup(int From, int To)
{
    /// <summary>Stands for "no upper end", so that ages sort and are keys.</summary>
    internal const int Oldest = 999;

    /// <summary>Everybody.</summary>
    internal static readonly AgeGroup All = new(0, Oldest);

    /// <summary>Reads <c>15-60</c>, <c>65+</c>, <c>5</c>, or nothing for all ages; false for anything else.</summary>
    internal static bool TryParse(string? text, out AgeGroup group)
    {
        group = All;
        var plain = text?.Trim() ?? "";
        if (plain.Length == 0) return true;
        if (plain.EndsWith('+')) return Read(plain[..^1], out var first) && Make(first, Oldest, out group);
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return Read(plain, out var age) && Make(age, age, out group);
        return Read(plain[..dash], out var from) && Read(plain[(dash + 1)..], out var to) && Make(from, to, out group);
    }

    /// <summary>As it is written: <c>15-60</c>, <c>65+</c>, <c>5</c>; empty for all ages.</summary>
    public override string ToString() => (From, To) switch
    {
        (0, Oldest) => "",
        (_, Oldest) => $"{From}+",
        _ when From == To => $"{From}",
        _ => $"{From}-{To}",
    };

    private static bool Read(string text, out int age) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out age) && age <= 150;

    private static bool Make(int from, int to, out AgeGroup group)
    {
        group = new AgeGroup(from, to);
        return from <= to;
    }
}
