namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// A signed decision as it was scanned, by the hash of its content: the same file is kept once, and never changed. Decisions are few, and
/// lie with the records that they are the ground of, in the database that all hosts share and every backup holds.
/// </summary>
internal sealed class DecisionFile
{
    /// <summary>Largest file, in bytes: some hundred scanned pages.</summary>
    internal const int LargestFile = 10 * 1024 * 1024;

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What its first sender calls it; kept for people, never used as a path.</summary>
    public required string FileName { get; init; }

    public required int Size { get; init; }

    public required byte[] Content { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Whether content is a PDF, whatever its sender calls it.</summary>
    internal static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);
}
