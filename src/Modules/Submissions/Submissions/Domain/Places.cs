using System.Numerics;

namespace LearningCity.Submissions.Domain;

/// <summary>A set of places of a sheet, as a bitmap of few bytes.</summary>
internal static class Places
{
    internal static byte[] Of(IEnumerable<int> places, int count)
    {
        var bits = new byte[(count + 7) / 8];
        foreach (var place in places) bits[place / 8] |= (byte)(1 << (place % 8));
        return bits;
    }

    internal static bool Has(byte[] bits, int place) => place >= 0 && place / 8 < bits.Length && (bits[place / 8] & (1 << (place % 8))) != 0;

    internal static int Count(byte[] bits) => bits.Sum(part => BitOperations.PopCount(part));

    internal static IEnumerable<int> Each(byte[] bits)
    {
        for (var place = 0; place < bits.Length * 8; place++)
        {
            if (Has(bits, place)) yield return place;
        }
    }
}
