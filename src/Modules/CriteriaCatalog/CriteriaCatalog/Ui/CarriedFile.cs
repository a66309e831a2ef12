using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>
/// A file that travels in a page from its preview to the button that takes it: the page holds nothing, the server keeps nothing, and
/// what is taken is what was seen. It comes back from outside, so that it is read as carefully as an upload.
/// </summary>
internal static class CarriedFile
{
    /// <summary>Of a file, in bytes: the most that an import takes.</summary>
    internal const int Largest = 4 * 1024 * 1024;

    // A field of a form holds 4 MB of text.
    private const int LongestText = 4_000_000;

    /// <summary>The file as text; null where it is too large to be carried.</summary>
    internal static string? Write(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(file);
        var text = Base64Url.EncodeToString(packed.ToArray());
        return text.Length <= LongestText ? text : null;
    }

    /// <summary>The file again; null where the text is not one that was written here.</summary>
    internal static byte[]? Read(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        using var packed = new MemoryStream(Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(text)));
        using var zip = new GZipStream(packed, CompressionMode.Decompress);
        using var file = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = zip.Read(buffer)) > 0)
            {
                if (file.Length + read > Largest) return null;
                file.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return file.Length == 0 ? null : file.ToArray();
    }
}
