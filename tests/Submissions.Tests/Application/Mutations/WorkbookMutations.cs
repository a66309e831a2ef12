using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningCity.Submissions.Tests.Application.Mutations;

/// <summary>Damages a workbook: its package, the XML of its parts, its cells, its binding.</summary>
internal static partial class WorkbookMutations
{
    private static readonly string[] Odd =
    [
        "<", "\"", "<v>-1</v>", "<v>1e999</v>", "<v>99999999999999999999999999</v>", "<f>1+1</f><v>2</v>", "<f>HYPERLINK(\"http://x\")</f>", "\u0000", "Không",
        "</row>", "t=\"e\"", "t=\"b\"", "t=\"s\"", "t=\"d\"", "t=\"zz\"", "&#0;", "&x;", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<?xml?>", "r=\"ZZZ9999999\"", "r=\"\"",
    ];

    /// <summary>A file made from a whole one.</summary>
    /// <param name="whole">The workbook.</param>
    /// <param name="foreign">The workbook of another unit, some of whose parts take the place of its own.</param>
    /// <param name="random">Chance.</param>
    internal static byte[] Mutate(byte[] whole, byte[] foreign, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                return TextMutations.Flip(whole, random);
            case 1:
                return whole[..random.Next(whole.Length)];
            case 2 when random.Next(2) == 0:
                return foreign;
        }

        var onlyFigures = random.Next(3) == 0;

        using var file = new MemoryStream();
        file.Write(whole);
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (onlyFigures) EnterFigures(package, random);
            for (var times = random.Next(1, 3); !onlyFigures && times > 0 && package.Entries.Count > 0; times--) ChangeEntry(package, foreign, random);
        }

        return file.ToArray();
    }

    /// <summary>Leaves the package whole and changes figures, right and wrong ones.</summary>
    private static void EnterFigures(ZipArchive package, Random random)
    {
        var form = package.Entries.First(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal));
        var text = Read(form);
        for (var times = random.Next(1, 4); times > 0 && Number().Matches(text) is { Count: > 0 } numbers; times--)
            text = Enter(text, numbers[random.Next(numbers.Count)], random);
        Write(form, text);
    }

    private static void ChangeEntry(ZipArchive package, byte[] foreign, Random random)
    {
        // The sheet that is filled in is what people change; the rest is what programs get wrong.
        var sheets = package.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).ToList();
        var entry = random.Next(3) == 0 || sheets.Count == 0 ? package.Entries[random.Next(package.Entries.Count)] : sheets[random.Next(sheets.Count)];
        switch (random.Next(12))
        {
            case 0:
                entry.Delete();
                return;
            case 1:
                using (var other = new ZipArchive(new MemoryStream(foreign)))
                {
                    if (other.GetEntry(entry.FullName) is { } theirs) Write(entry, Read(theirs));
                }

                return;
            case 2:
                package.CreateEntry(entry.FullName);
                return;
            case 3:
                Write(entry, random.Next(2) == 0 ? "" : new string('0', 3_000_000));
                return;
            default:
                var text = Read(entry);
                for (var times = random.Next(1, 4); times > 0; times--) text = Change(text, random);
                Write(entry, text, random.Next(20) == 0 ? Encoding.Unicode : null);
                return;
        }
    }

    private static string Change(string text, Random random)
    {
        if (text.Length == 0) return text;
        var at = random.Next(text.Length);
        return random.Next(8) switch
        {
            0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
            1 => text.Insert(at, Odd[random.Next(Odd.Length)]),
            2 => text.Replace((char)('0' + random.Next(10)), (char)('0' + random.Next(10))),
            3 when Row().Matches(text) is { Count: > 0 } rows => text.Insert(rows[random.Next(rows.Count)].Index, rows[random.Next(rows.Count)].Value),
            4 when text.IndexOf('>', at) is > 0 and var end => text.Insert(end + 1, string.Concat(Enumerable.Repeat("<a>", random.Next(1, 500)))),
            _ when Number().Matches(text) is { Count: > 0 } numbers => Enter(text, numbers[random.Next(numbers.Count)], random),
            _ => text,
        };
    }

    /// <summary>Another number, a text or a formula in a cell that holds a number: what a person does.</summary>
    private static string Enter(string text, Match number, Random random)
    {
        var prefix = number.Groups[1].Value;
        var content = random.Next(8) switch
        {
            0 => $"<{prefix}v>-3.5</{prefix}v>",
            1 => $"<{prefix}v>1E+40</{prefix}v>",
            2 => $"<{prefix}f>SUM(1,2)</{prefix}f>",
            _ => $"<{prefix}v>{random.Next(1, 90)}</{prefix}v>",
        };
        return string.Concat(text.AsSpan(0, number.Index), content, text.AsSpan(number.Index + number.Length));
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static void Write(ZipArchiveEntry entry, string text, Encoding? encoding = null)
    {
        using var content = entry.Open();
        content.SetLength(0);
        using var writer = new StreamWriter(content, encoding ?? new UTF8Encoding(false));
        writer.Write(text);
    }

    [GeneratedRegex("<(x:|)v>[^<]*</(?:x:|)v>")]
    private static partial Regex Number();

    [GeneratedRegex("<(x:)?row .*?</(x:)?row>", RegexOptions.Singleline)]
    private static partial Regex Row();
}
