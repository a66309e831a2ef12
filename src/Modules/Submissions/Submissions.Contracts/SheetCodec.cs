using System.Buffers.Binary;
using System.Text;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// Writes a unit's figures for one period and criteria set as one compact value, and reads them back.
/// </summary>
/// <remarks>
/// Layout, format 1. <c>varint</c> is an unsigned LEB128 number; a string is its length in bytes (varint) and UTF-8.
/// <code>
/// byte    format: 1
/// byte    flags: bit 0 = every cell has a track
/// varint  number of disaggregation keys, then the keys as strings, ascending by code point
/// if tracks:  varint number of actors, then 16 bytes each; 8 bytes the earliest instant, in milliseconds since 1970, little-endian
/// varint  number of cells, then the cells, ascending by place and disaggregation:
///     varint  place
///     byte    bits 0-1 state; then one bit each for: number, numerator, denominator, text, comment, disaggregation
///     then, each if its bit is set: index of the disaggregation key (varint), number, numerator, denominator, text, comment
///     if tracks:  version (varint), index of the actor (varint), milliseconds after the earliest instant (varint)
/// decimal:  byte with bits 0-2 decimal places (0 to 6), bit 3 sign, bits 4-7 length in bytes (0 to 12); then the digits as one
///     little-endian integer of that length, without trailing decimal zeros
/// </code>
/// Equal cells give equal bytes. A percentage takes about eight bytes, so that a return of 25 cells takes 200.
/// </remarks>
public static class SheetCodec
{
    /// <summary>The format that is written.</summary>
    public const byte Format = 1;

    internal const byte TracksFlag = 1;

    /// <summary>Writes cells.</summary>
    /// <param name="cells">In any order; no two of one place and disaggregation.</param>
    /// <param name="tracks">Whether to write who set each cell.</param>
    public static byte[] Write(IEnumerable<PackedCell> cells, bool tracks)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var sorted = cells.ToArray();
        Array.Sort(sorted, Compare);
        var writer = new ByteWriter(64 + (sorted.Length * 16));
        writer.Byte(Format);
        writer.Byte(tracks ? TracksFlag : (byte)0);
        var keys = WriteKeys(sorted, ref writer);
        var (actors, since) = tracks ? WriteActors(sorted, ref writer) : ([], 0L);
        writer.Number((ulong)sorted.Length);
        foreach (ref readonly var cell in sorted.AsSpan())
        {
            WriteCell(cell, keys, ref writer);
            if (tracks) WriteTrack(cell.Track, actors, since, ref writer);
        }

        return writer.ToArray();
    }

    /// <summary>Reads all cells; <see cref="SheetReader"/> reads them one by one without allocating.</summary>
    public static List<PackedCell> Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new SheetReader(bytes);
        var cells = new List<PackedCell>(reader.Count);
        while (reader.MoveNext()) cells.Add(reader.Current);
        return cells;
    }

    private static int Compare(PackedCell one, PackedCell other)
    {
        var places = one.Place.CompareTo(other.Place);
        return places != 0 ? places : string.CompareOrdinal(one.Disaggregation, other.Disaggregation);
    }

    private static string[] WriteKeys(PackedCell[] cells, ref ByteWriter writer)
    {
        SortedSet<string>? found = null;
        foreach (ref readonly var cell in cells.AsSpan())
        {
            if (cell.Disaggregation.Length > 0) (found ??= new(StringComparer.Ordinal)).Add(cell.Disaggregation);
        }

        string[] keys = found is null ? [] : [.. found];
        writer.Number((ulong)keys.Length);
        foreach (var key in keys) writer.Text(key);
        return keys;
    }

    private static (List<Guid> Actors, long Since) WriteActors(PackedCell[] cells, ref ByteWriter writer)
    {
        var actors = new List<Guid>(2);
        var since = long.MaxValue;
        foreach (ref readonly var cell in cells.AsSpan())
        {
            if (!actors.Contains(cell.Track.By)) actors.Add(cell.Track.By);
            since = Math.Min(since, cell.Track.At.ToUnixTimeMilliseconds());
        }

        if (cells.Length == 0) since = 0;
        writer.Number((ulong)actors.Count);
        foreach (var actor in actors) writer.Guid(actor);
        writer.Long(since);
        return (actors, since);
    }

    private static void WriteCell(in PackedCell cell, string[] keys, ref ByteWriter writer)
    {
        writer.Number((ulong)cell.Place);
        writer.Byte((byte)((int)cell.State
            | (cell.Number is null ? 0 : CellBits.Number)
            | (cell.Numerator is null ? 0 : CellBits.Numerator)
            | (cell.Denominator is null ? 0 : CellBits.Denominator)
            | (cell.Text is null ? 0 : CellBits.Text)
            | (cell.Comment is null ? 0 : CellBits.Comment)
            | (cell.Disaggregation.Length == 0 ? 0 : CellBits.Disaggregation)));
        if (cell.Disaggregation.Length > 0)
            writer.Number((ulong)Array.BinarySearch(keys, cell.Disaggregation, StringComparer.Ordinal));
        if (cell.Number is { } number) writer.Decimal(number);
        if (cell.Numerator is { } numerator) writer.Decimal(numerator);
        if (cell.Denominator is { } denominator) writer.Decimal(denominator);
        if (cell.Text is not null) writer.Text(cell.Text);
        if (cell.Comment is not null) writer.Text(cell.Comment);
    }

    private static void WriteTrack(CellTrack track, List<Guid> actors, long since, ref ByteWriter writer)
    {
        writer.Number((ulong)track.Version);
        writer.Number((ulong)actors.IndexOf(track.By));
        writer.Number((ulong)(track.At.ToUnixTimeMilliseconds() - since));
    }

    /// <summary>Grows as it is written to.</summary>
    private struct ByteWriter(int capacity)
    {
        private byte[] _bytes = new byte[capacity];
        private int _length;

        public void Byte(byte value) => Reserve(1)[0] = value;

        public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

        public void Guid(Guid value) => value.TryWriteBytes(Reserve(16), bigEndian: true, out _);

        public void Number(ulong value)
        {
            while (value >= 0x80)
            {
                Byte((byte)(value | 0x80));
                value >>= 7;
            }

            Byte((byte)value);
        }

        public void Text(string text)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            Number((ulong)length);
            Encoding.UTF8.GetBytes(text, Reserve(length));
        }

        public void Decimal(decimal value)
        {
            // Dividing by one with all its places takes the trailing zeros off.
            var plain = value / 1.0000000000000000000000000000m;
            Span<int> parts = stackalloc int[4];
            decimal.GetBits(plain, parts);
            var places = (parts[3] >> 16) & 0xFF;
            if (places > 6) throw new ArgumentOutOfRangeException(nameof(value), "A value has six decimal places at most.");
            Span<byte> digits = stackalloc byte[12];
            for (var i = 0; i < 3; i++) BinaryPrimitives.WriteInt32LittleEndian(digits[(i * 4)..], parts[i]);
            var length = digits.LastIndexOfAnyExcept((byte)0) + 1;
            Byte((byte)(places | (parts[3] < 0 && length > 0 ? 8 : 0) | (length << 4)));
            digits[..length].CopyTo(Reserve(length));
        }

        public readonly byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

        private Span<byte> Reserve(int count)
        {
            if (_length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
            var room = _bytes.AsSpan(_length, count);
            _length += count;
            return room;
        }
    }
}

/// <summary>What a cell's second byte says.</summary>
internal static class CellBits
{
    internal const int State = 3;
    internal const int Number = 1 << 2;
    internal const int Numerator = 1 << 3;
    internal const int Denominator = 1 << 4;
    internal const int Text = 1 << 5;
    internal const int Comment = 1 << 6;
    internal const int Disaggregation = 1 << 7;
}
