using System.Buffers.Binary;
using System.Text;

namespace LearningCity.Submissions.Domain;

/// <summary>What a file is by its content, whatever its sender calls it. Only kinds that evidence comes in are known.</summary>
internal sealed record FileKind(string MediaType, IReadOnlyList<string> Extensions)
{
    /// <summary>Bytes of the beginning that tell most kinds.</summary>
    internal const int HeadLength = 16;

    internal static readonly FileKind Pdf = new("application/pdf", [".pdf"]);
    internal static readonly FileKind Png = new("image/png", [".png"]);
    internal static readonly FileKind Jpeg = new("image/jpeg", [".jpg", ".jpeg"]);
    internal static readonly FileKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);
    internal static readonly FileKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    internal static readonly FileKind Slides =
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"]);

    internal static readonly FileKind OldOffice = new("application/x-ole-storage", [".doc", ".xls", ".ppt"]);

    private const int EndOfDirectoryLength = 22;
    private const int LongestComment = 65_535;
    private const int LargestDirectory = 4 * 1024 * 1024;

    /// <summary>The kind of a file; null where it is none that is taken.</summary>
    internal static FileKind? Of(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[HeadLength];
        head = head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        if (head.StartsWith("%PDF-"u8)) return Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OldOffice;
        return head.StartsWith("PK\u0003\u0004"u8) ? OfZip(file) : null;
    }

    /// <summary>
    /// Office documents are archives: their directory of names tells which one. It is read without unpacking anything, so that an
    /// archive that unpacks to gigabytes does no harm.
    /// </summary>
    private static FileKind? OfZip(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndOfDirectoryLength + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndOfDirectoryLength > tail.Length) return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (size > LargestDirectory || start + size > file.Length) return null;
        var directory = new byte[size];
        file.Position = start;
        file.ReadExactly(directory);
        return Has(directory, "word/document.xml") ? Word
            : Has(directory, "xl/workbook.xml") ? Excel
            : Has(directory, "ppt/presentation.xml") ? Slides
            : null;
    }

    private static bool Has(byte[] directory, string name) => directory.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)) >= 0;
}
