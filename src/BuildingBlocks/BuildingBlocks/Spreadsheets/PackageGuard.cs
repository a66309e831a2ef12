using System.Buffers;
using System.IO.Compression;
using System.Text;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// Weighs a file before it is opened as a workbook: its kind by its first bytes, and what it really unpacks to, for the sizes that a
/// package names of itself can lie.
/// </summary>
internal static class PackageGuard
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static Failure? Refusal(Stream stream, SpreadsheetLimits limits)
    {
        if (stream.Length == 0)
        {
            return SpreadsheetFailures.Empty;
        }

        if (stream.Length > limits.FileBytes)
        {
            return SpreadsheetFailures.TooLarge.With(limits.FileBytes >> 20);
        }

        stream.Position = 0;
        Span<byte> start = stackalloc byte[8];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start[..length].SequenceEqual(CompoundFile))
        {
            return IsEncrypted(stream) ? SpreadsheetFailures.Encrypted : SpreadsheetFailures.OldFormat;
        }

        if (length < 4 || start[0] != 'P' || start[1] != 'K' || start[2] != 3 || start[3] != 4)
        {
            return SpreadsheetFailures.NotAWorkbook;
        }

        stream.Position = 0;
        var refusal = WeighParts(stream, limits);
        stream.Position = 0;
        return refusal;
    }

    private static Failure? WeighParts(Stream stream, SpreadsheetLimits limits)
    {
        using var package = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Count > limits.Parts)
        {
            return SpreadsheetFailures.TooMuchInside;
        }

        if (package.GetEntry("[Content_Types].xml") is null)
        {
            return SpreadsheetFailures.NotAWorkbook;
        }

        var total = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            foreach (var entry in package.Entries)
            {
                using var content = entry.Open();
                var part = 0L;
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    part += read;
                    total += read;
                    if (part > limits.PartBytes || total > limits.TotalBytes)
                    {
                        return SpreadsheetFailures.TooMuchInside;
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }

    // A workbook with a password is a compound file with a stream of this name (MS-OFFCRYPTO 2.3.4.4); an old .xls is one without.
    private static bool IsEncrypted(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[1 << 16];
        var kept = 0;
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(EncryptedPackage) >= 0)
            {
                return true;
            }

            kept = Math.Min(filled, EncryptedPackage.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }
}
