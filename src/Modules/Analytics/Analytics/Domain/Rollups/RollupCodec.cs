using System.Buffers;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// States as bytes, in one layout by version: equal states give equal bytes, empty ones cost nothing. Numbers are variable-length, sums
/// are exact (96-bit mantissa and scale, without trailing zeros). A unit with values that came by a link is written in layout 2, which says
/// after each state how many did; every other one in layout 1, so that what was sealed before links were counted keeps its bytes.
/// </summary>
internal static class RollupCodec
{
    private const byte Plain = 1;
    private const byte WithLinks = 2;

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Coverage = 1,
        NoNumber = 2,
        Pending = 4,
        Values = 8,
        Sum = 16,
        Denominator = 32,
        Extremes = 64,
        Counts = 128,
    }

    /// <summary>Writes the states of one unit, by column.</summary>
    internal static byte[] Write(ReadOnlySpan<RollupState> states)
    {
        var writer = new ArrayBufferWriter<byte>(256);
        var layout = HasLinks(states) ? WithLinks : Plain;
        WriteByte(writer, layout);
        var last = -1;
        for (var column = 0; column < states.Length; column++)
        {
            if (states[column].IsEmpty) continue;
            WriteNumber(writer, (uint)(column - last));
            last = column;
            Write(writer, states[column]);
            if (layout == WithLinks) WriteNumbers(writer, states[column].Measure.Linked, states[column].Measure.Partial);
        }

        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(ReadOnlySpan{RollupState})"/> wrote.</summary>
    /// <param name="bytes">The states of one unit.</param>
    /// <param name="columns">How many columns to give back; later ones were not known when this was written.</param>
    internal static RollupState[] Read(ReadOnlySpan<byte> bytes, int columns)
    {
        var states = new RollupState[columns];
        var layout = bytes[0];
        if (layout is not (Plain or WithLinks)) throw new InvalidDataException($"States of layout {layout}; this version reads {Plain} and {WithLinks}.");
        bytes = bytes[1..];
        for (var column = -1; bytes.Length > 0;)
        {
            column += (int)ReadNumber(ref bytes);
            states[column] = ReadState(ref bytes);
            if (layout != WithLinks) continue;
            states[column].Measure.Linked = ReadCount(ref bytes);
            states[column].Measure.Partial = ReadCount(ref bytes);
        }

        return states;
    }

    private static bool HasLinks(ReadOnlySpan<RollupState> states)
    {
        foreach (ref readonly var state in states)
        {
            if (state.Measure.Linked != 0) return true;
        }

        return false;
    }

    private static void Write(ArrayBufferWriter<byte> writer, in RollupState state)
    {
        var (coverage, measure) = (state.Coverage, state.Measure);
        var parts = (coverage.Expected | coverage.Reported | coverage.Approved) == 0 ? Parts.None : Parts.Coverage;
        if ((coverage.NotApplicable | coverage.NotAvailable) != 0) parts |= Parts.NoNumber;
        if (measure.Pending != 0) parts |= Parts.Pending;
        if (measure.Values != 0) parts |= Parts.Values;
        if (measure.Sum != 0) parts |= Parts.Sum;
        if (measure.Denominator != 0) parts |= Parts.Denominator;
        if (measure.Minimum != 0 || measure.Maximum != 0) parts |= Parts.Extremes;
        if (measure.Yes != 0 || !measure.Levels.Equals(default)) parts |= Parts.Counts;
        WriteByte(writer, (byte)parts);
        if (parts.HasFlag(Parts.Coverage)) WriteNumbers(writer, coverage.Expected, coverage.Reported, coverage.Approved);
        if (parts.HasFlag(Parts.NoNumber)) WriteNumbers(writer, coverage.NotApplicable, coverage.NotAvailable);
        if (parts.HasFlag(Parts.Pending)) WriteNumbers(writer, measure.Pending);
        if (parts.HasFlag(Parts.Values)) WriteNumbers(writer, measure.Values);
        if (parts.HasFlag(Parts.Sum)) WriteDecimal(writer, measure.Sum);
        if (parts.HasFlag(Parts.Denominator)) WriteDecimal(writer, measure.Denominator);
        if (parts.HasFlag(Parts.Extremes))
        {
            WriteDecimal(writer, measure.Minimum);
            WriteDecimal(writer, measure.Maximum);
        }

        if (!parts.HasFlag(Parts.Counts)) return;
        WriteNumbers(writer, measure.Yes);
        WriteNumbers(writer, measure.Levels);
    }

    private static RollupState ReadState(ref ReadOnlySpan<byte> bytes)
    {
        var state = default(RollupState);
        var parts = (Parts)bytes[0];
        bytes = bytes[1..];
        if (parts.HasFlag(Parts.Coverage))
        {
            state.Coverage.Expected = ReadCount(ref bytes);
            state.Coverage.Reported = ReadCount(ref bytes);
            state.Coverage.Approved = ReadCount(ref bytes);
        }

        if (parts.HasFlag(Parts.NoNumber))
        {
            state.Coverage.NotApplicable = ReadCount(ref bytes);
            state.Coverage.NotAvailable = ReadCount(ref bytes);
        }

        if (parts.HasFlag(Parts.Pending)) state.Measure.Pending = ReadCount(ref bytes);
        if (parts.HasFlag(Parts.Values)) state.Measure.Values = ReadCount(ref bytes);
        if (parts.HasFlag(Parts.Sum)) state.Measure.Sum = ReadDecimal(ref bytes);
        if (parts.HasFlag(Parts.Denominator)) state.Measure.Denominator = ReadDecimal(ref bytes);
        if (parts.HasFlag(Parts.Extremes))
        {
            state.Measure.Minimum = ReadDecimal(ref bytes);
            state.Measure.Maximum = ReadDecimal(ref bytes);
        }

        if (!parts.HasFlag(Parts.Counts)) return state;
        state.Measure.Yes = ReadCount(ref bytes);
        for (var level = 0; level < LevelCounts.Most; level++) state.Measure.Levels[level] = ReadCount(ref bytes);
        return state;
    }

    private static void WriteNumbers(ArrayBufferWriter<byte> writer, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers) WriteNumber(writer, (uint)number);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> writer, UInt128 number)
    {
        while (number >= 0x80)
        {
            WriteByte(writer, (byte)((byte)(number & 0x7f) | 0x80));
            number >>= 7;
        }

        WriteByte(writer, (byte)number);
    }

    private static void WriteDecimal(ArrayBufferWriter<byte> writer, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xff;
        var mantissa = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        for (; scale > 0 && mantissa % 10 == 0; scale--) mantissa /= 10;
        WriteByte(writer, (byte)(scale | (value < 0 ? 0x80 : 0)));
        WriteNumber(writer, mantissa);
    }

    private static void WriteByte(ArrayBufferWriter<byte> writer, byte value)
    {
        writer.GetSpan(1)[0] = value;
        writer.Advance(1);
    }

    private static int ReadCount(ref ReadOnlySpan<byte> bytes) => (int)ReadNumber(ref bytes);

    private static UInt128 ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var number = UInt128.Zero;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (UInt128)(uint)(next & 0x7f) << shift;
            if (next < 0x80) return number;
        }
    }

    private static decimal ReadDecimal(ref ReadOnlySpan<byte> bytes)
    {
        var head = bytes[0];
        bytes = bytes[1..];
        var mantissa = ReadNumber(ref bytes);
        var low = (ulong)mantissa;
        return new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)(ulong)(mantissa >> 64), (head & 0x80) != 0, (byte)(head & 0x7f));
    }
}
