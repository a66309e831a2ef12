using System.Numerics;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>A set of indicators by their place in the frame: one bit each.</summary>
internal readonly struct IndicatorSet
{
    private readonly ulong[]? _words;

    private IndicatorSet(ulong[] words) => _words = words;

    internal bool IsEmpty => _words is null || Array.TrueForAll(_words, word => word == 0);

    /// <summary>The set of these places.</summary>
    internal static IndicatorSet Of(IEnumerable<int> indicators)
    {
        var words = Array.Empty<ulong>();
        foreach (var indicator in indicators)
        {
            if (indicator / 64 >= words.Length) Array.Resize(ref words, (indicator / 64) + 1);
            words[indicator / 64] |= 1UL << (indicator % 64);
        }

        return new(words);
    }

    internal bool Has(int indicator) =>
        _words is not null && indicator / 64 < _words.Length && (_words[indicator / 64] & (1UL << (indicator % 64))) != 0;

    internal IndicatorSet Union(IndicatorSet other)
    {
        if (_words is null) return other;
        if (other._words is null) return this;
        var (longer, shorter) = _words.Length >= other._words.Length ? (_words, other._words) : (other._words, _words);
        var words = (ulong[])longer.Clone();
        for (var i = 0; i < shorter.Length; i++) words[i] |= shorter[i];
        return new(words);
    }

    internal IndicatorSet Intersect(IndicatorSet other)
    {
        if (_words is null || other._words is null) return default;
        var words = new ulong[Math.Min(_words.Length, other._words.Length)];
        for (var i = 0; i < words.Length; i++) words[i] = _words[i] & other._words[i];
        return new(words);
    }

    internal IndicatorSet Except(IndicatorSet other)
    {
        if (_words is null || other._words is null) return this;
        var words = (ulong[])_words.Clone();
        for (var i = 0; i < Math.Min(words.Length, other._words.Length); i++) words[i] &= ~other._words[i];
        return new(words);
    }

    internal bool Overlaps(IndicatorSet other)
    {
        if (_words is null || other._words is null) return false;
        for (var i = 0; i < Math.Min(_words.Length, other._words.Length); i++)
        {
            if ((_words[i] & other._words[i]) != 0) return true;
        }

        return false;
    }

    /// <summary>Goes through the set in ascending order, without allocating.</summary>
    public Enumerator GetEnumerator() => new(_words);

    internal struct Enumerator(ulong[]? words)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (words is null || ++_word >= words.Length) return false;
                _rest = words[_word];
            }

            Current = (_word * 64) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
