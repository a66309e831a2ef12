using System.Text;

namespace LearningCity.Submissions.Tests.Application.Mutations;

/// <summary>Damages a text as broken programs, wrong encodings and hurried people do.</summary>
internal static class TextMutations
{
    private static readonly string[] Odd =
    [
        "null", "[]", "{}", "\"\"", "true", "NaN", "Infinity", "-1", "1e999", "1e-30", "0.0000001", "99999999999999999999999999", "12,5", "1.234,5", "\"5\"",
        "\"=1+1\"", "=HYPERLINK(\"http://x\")", "{\"a\":[1,{}]}", "\"\\ud83c\"", "\\u0000", "\0", "\u202e", "\ufeff", "\"", "'", ",", ";", "\r", "\n\n", "}", "]",
        "T2", "T9", "W1", "P1", "N1", "level_9", "sex=female", "not_applicable", "not_reported", "1999-H1", "Không",
    ];

    private static readonly Encoding[] Encodings =
        [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, new UTF8Encoding(true)];

    /// <summary>A body made from a whole one: most are changed in one to three places, some in their encoding or their bytes.</summary>
    internal static byte[] Mutate(string whole, Random random)
    {
        var text = whole;
        for (var times = random.Next(0, 4); times > 0; times--) text = Change(text, random);
        if (random.Next(8) != 0) return Encoding.UTF8.GetBytes(text);
        var encoding = Encodings[random.Next(Encodings.Length)];
        byte[] bytes = [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        return random.Next(3) == 0 ? Flip(bytes, random) : bytes;
    }

    /// <summary>Overwrites a few bytes.</summary>
    internal static byte[] Flip(byte[] whole, Random random)
    {
        var flipped = whole.ToArray();
        for (var times = random.Next(1, 8); times > 0 && flipped.Length > 0; times--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    private static string Change(string text, Random random)
    {
        if (text.Length == 0) return Odd[random.Next(Odd.Length)];
        var at = random.Next(text.Length);
        return random.Next(10) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
            1 => text.Insert(at, Odd[random.Next(Odd.Length)]),
            2 => text.Replace((char)('0' + random.Next(10)), (char)('0' + random.Next(10))),
            3 => text[..at],
            4 => RepeatLine(text, random),
            5 => text.Insert(at, new string("[{\"x"[random.Next(4)], random.Next(1, 3000))),
            6 => text.ReplaceLineEndings(random.Next(2) == 0 ? "\r" : ""),
            _ => ReplaceValue(text, at, random),
        };
    }

    private static string RepeatLine(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]);
        return string.Join('\n', lines);
    }

    /// <summary>Puts something else in the place of the next value: from a separator to the one after it.</summary>
    private static string ReplaceValue(string text, int at, Random random)
    {
        char[] ends = [',', ';', '}', '\n'];
        var from = text.IndexOfAny([':', ',', ';', '\n'], at);
        var to = from < 0 ? -1 : text.IndexOfAny(ends, from + 1);
        return to < 0 ? text : string.Concat(text.AsSpan(0, from + 1), Odd[random.Next(Odd.Length)], text.AsSpan(to));
    }
}
