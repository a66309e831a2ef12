using System.Runtime.CompilerServices;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>How many units stand at each level of a scale, from worst to best.</summary>
[InlineArray(Most)]
internal struct LevelCounts : IEquatable<LevelCounts>
{
    /// <summary>Levels that a scale may have.</summary>
    internal const int Most = 10;

#pragma warning disable IDE0044, IDE0051, CA1823 // The element that the runtime repeats.
    private int _element;
#pragma warning restore IDE0044, IDE0051, CA1823

    internal void Add(in LevelCounts other, int sign = 1)
    {
        for (var i = 0; i < Most; i++) this[i] += sign * other[i];
    }

    /// <inheritdoc />
    public readonly bool Equals(LevelCounts other) => ((ReadOnlySpan<int>)this).SequenceEqual(other);

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is LevelCounts other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var count in (ReadOnlySpan<int>)this) hash.Add(count);
        return hash.ToHashCode();
    }
}
