using System.Text.RegularExpressions;

namespace LearningCity.BuildingBlocks.Ui;

/// <summary>The print style with its fonts in it: a document for paper brings everything along and fetches nothing.</summary>
public static partial class PaperStyles
{
    private static readonly Lazy<string> Whole = new(() => FontAddress().Replace(
        Read("print.css", reader => new StreamReader(reader).ReadToEnd()),
        match => $"url(data:font/woff2;base64,{Read(match.Groups[1].Value, Base64)})"));

    /// <summary>The style sheet. Trusted text: write it into a <c>style</c> element as it is.</summary>
    public static string Css => Whole.Value;

    private static string Base64(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Read(string name, Func<Stream, string> read)
    {
        using var stream = typeof(PaperStyles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style names {name}, which is not part of the library.");
        return read(stream);
    }

    [GeneratedRegex(@"url\((fonts/[^)]+)\)")]
    private static partial Regex FontAddress();
}
