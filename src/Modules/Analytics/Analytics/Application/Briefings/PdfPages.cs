namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Counts the pages of a PDF that the browser wrote: it writes page objects uncompressed.</summary>
internal static class PdfPages
{
    private static readonly byte[] PageType = "/Type /Page"u8.ToArray();

    internal static int Count(ReadOnlySpan<byte> pdf)
    {
        var pages = 0;
        for (var at = pdf.IndexOf(PageType); at >= 0; at = pdf.IndexOf(PageType))
        {
            pdf = pdf[(at + PageType.Length)..];

            // "/Type /Pages" is the tree above them.
            if (pdf.Length > 0 && !char.IsAsciiLetter((char)pdf[0])) pages++;
        }

        return pages;
    }
}
