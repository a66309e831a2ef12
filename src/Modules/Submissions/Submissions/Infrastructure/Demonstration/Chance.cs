using System.Text;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>Chance that repeats: what is drawn depends on the names drawn by, not on the order of drawing.</summary>
internal readonly struct Chance(int seed, string name)
{
    /// <summary>Between 0 and 1.</summary>
    internal double Of(string draw)
    {
        // FNV-1a, then the finalizer of MurmurHash3, which spreads the last letters over all bits.
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var part in Encoding.UTF8.GetBytes($"{name}/{draw}")) hash = (hash ^ part) * 1099511628211UL;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        hash ^= hash >> 33;
        return (hash >> 11) / (double)(1UL << 53);
    }

    /// <summary>A whole number between two, both included.</summary>
    internal int Between(string draw, int from, int to) => from + (int)(Of(draw) * (to - from + 1));
}
