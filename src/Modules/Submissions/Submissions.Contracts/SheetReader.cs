using System.Buffers.Binary;
using System.Text;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// Reads a sheet cell by cell, in order of places. Texts are made only when asked for, so that reading numbers allocates nothing:
/// roll-ups read millions of cells this way. The bytes are described at <see cref="SheetCodec"/>.
/// </summary>
public ref struct SheetReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _tracks;
    private readonly int _keysAt;
    private readonly int _actorsAt;
    private readonly long _since;
    private int _position;
    private int _left;
    private int _bits;
    private int _key;
    private (int At, int Length) _text;
    private (int At, int Length) _comment;
    private int _trackVersion;
    private int _trackActor;
    private long _trackAt;

    /// <summary>Opens a sheet; refuses what is none.</summary>
    public SheetReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        if (bytes.Length < 4 || bytes[0] != SheetCodec.Format) throw new InvalidDataException("This is not a sheet of format 1.");
        _tracks = (bytes[1] & SheetCodec.TracksFlag) != 0;
        _position = 2;
        var keys = ReadCount();
        _keysAt = _position;
        for (var i = 0; i < keys; i++) Skip(ReadCount());
        if (_tracks)
        {
            var actors = ReadCount();
            _actorsAt = _position;
            Skip(actors * 16);
            _since = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
        }

        Count = _left = ReadCount();
    }

    /// <summary>How many cells there are.</summary>
    public readonly int Count { get; }

    /// <summary>Place of the present cell's indicator in the layout.</summary>
    public int Place { readonly get; private set; }

    /// <summary>What the present cell says.</summary>
    public readonly CellState State => (CellState)(_bits & CellBits.State);

    /// <summary>Whether the present cell is a total, not one part of a disaggregation.</summary>
    public readonly bool IsTotal => (_bits & CellBits.Disaggregation) == 0;

    /// <summary>The number; null for a pair, a text, or no value.</summary>
    public decimal? Number { readonly get; private set; }

    /// <summary>The numerator of a percent or ratio.</summary>
    public decimal? Numerator { readonly get; private set; }

    /// <summary>The denominator of a percent or ratio.</summary>
    public decimal? Denominator { readonly get; private set; }

    /// <summary>The text.</summary>
    public readonly string? Text => (_bits & CellBits.Text) == 0 ? null : StringAt(_text);

    /// <summary>What the unit says about the figure.</summary>
    public readonly string? Comment => (_bits & CellBits.Comment) == 0 ? null : StringAt(_comment);

    /// <summary>Key of the disaggregation; empty for the total.</summary>
    public readonly string Disaggregation
    {
        get
        {
            if (IsTotal) return "";
            var walker = this;
            walker._position = _keysAt;
            for (var i = 0; i < _key; i++) walker.Skip(walker.ReadCount());
            var length = walker.ReadCount();
            return StringAt((walker._position, length));
        }
    }

    /// <summary>Who set the present cell; default in a sheet without tracks.</summary>
    public readonly CellTrack Track => !_tracks
        ? default
        : new CellTrack(
            _trackVersion,
            new Guid(_bytes.Slice(_actorsAt + (_trackActor * 16), 16), bigEndian: true),
            DateTimeOffset.FromUnixTimeMilliseconds(_since + _trackAt));

    /// <summary>The present cell, whole.</summary>
    public readonly PackedCell Current => new(Place, Disaggregation, State, Number, Numerator, Denominator, Text, Comment, Track);

    /// <summary>Goes to the next cell; false after the last.</summary>
    public bool MoveNext()
    {
        if (_left == 0) return false;
        _left--;
        Place = ReadCount();
        _bits = Take(1)[0];
        if (!IsTotal) _key = ReadCount();
        Number = (_bits & CellBits.Number) == 0 ? null : ReadDecimal();
        Numerator = (_bits & CellBits.Numerator) == 0 ? null : ReadDecimal();
        Denominator = (_bits & CellBits.Denominator) == 0 ? null : ReadDecimal();
        if ((_bits & CellBits.Text) != 0) _text = PassString();
        if ((_bits & CellBits.Comment) != 0) _comment = PassString();
        if (!_tracks) return true;
        _trackVersion = ReadCount();
        _trackActor = ReadCount();
        _trackAt = (long)ReadNumber();
        return true;
    }

    private readonly string StringAt((int At, int Length) place) => Encoding.UTF8.GetString(_bytes.Slice(place.At, place.Length));

    private (int At, int Length) PassString()
    {
        var length = ReadCount();
        var at = _position;
        Skip(length);
        return (at, length);
    }

    private decimal ReadDecimal()
    {
        var head = Take(1)[0];
        Span<byte> digits = stackalloc byte[12];
        digits.Clear();
        Take(Math.Min(head >> 4, 12)).CopyTo(digits);
        return new decimal(
            BinaryPrimitives.ReadInt32LittleEndian(digits), BinaryPrimitives.ReadInt32LittleEndian(digits[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(digits[8..]), (head & 8) != 0, (byte)(head & 7));
    }

    private int ReadCount()
    {
        var number = ReadNumber();
        return number <= int.MaxValue ? (int)number : throw new InvalidDataException("The sheet is damaged: a count is too large.");
    }

    private ulong ReadNumber()
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return number;
        }

        throw new InvalidDataException("The sheet is damaged: a number does not end.");
    }

    private void Skip(int count) => Take(count);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _position) throw new InvalidDataException("The sheet is damaged: it ends too early.");
        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }
}
