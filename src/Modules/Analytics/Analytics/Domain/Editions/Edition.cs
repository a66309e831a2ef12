namespace LearningCity.Analytics.Domain.Editions;

/// <summary>Why an edition was made. "Chỉnh lý" and "đính chính" are two words, as statistical offices keep revision and correction apart.</summary>
internal enum EditionKind
{
    /// <summary>The first of its period.</summary>
    First,

    /// <summary>Chỉnh lý: better data became known.</summary>
    Revision,

    /// <summary>Đính chính: an error was put right.</summary>
    Correction,
}

/// <summary>
/// The figures of a period, frozen: a list of immutable version ids and of facts kept by their hashes. It is written once, in one
/// transaction, and never changes; the same list gives the same figures for ever (semantics, "Editions").
/// </summary>
internal sealed class Edition
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>Code of the period.</summary>
    public required string PeriodCode { get; init; }

    /// <summary>From 1; unique in the period, so that two hosts cannot make the same edition twice.</summary>
    public required int Number { get; init; }

    /// <summary>Why it was made.</summary>
    public required EditionKind Kind { get; init; }

    /// <summary>What whoever sealed it says about it: why it was sealed with reports open, what became known since the last one.</summary>
    public string? Statement { get; init; }

    /// <summary>The date whose tree the figures stand on.</summary>
    public required DateOnly TreeDate { get; init; }

    /// <summary>The disaggregated columns of its rows, as <see cref="RollupPeriod.Columns"/>.</summary>
    public required string Columns { get; init; }

    /// <summary>How many sheets it rests on.</summary>
    public required int Sheets { get; init; }

    /// <summary>How many reports were owed.</summary>
    public required int Expected { get; init; }

    /// <summary>Sheets that are not the ones of the edition before; 0 for the first.</summary>
    public required int ChangedSheets { get; init; }

    /// <summary>When it was sealed.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Who sealed it.</summary>
    public required Guid SealedBy { get; init; }

    /// <summary>SHA-256 over its manifest, which holds the hash of the edition before: see <see cref="Manifest"/>.</summary>
    public required string Hash { get; init; }
}

/// <summary>One line of an edition's manifest.</summary>
internal sealed class EditionItem
{
    /// <summary>The edition.</summary>
    public required Guid EditionId { get; init; }

    /// <summary>What it is, as <see cref="ManifestItem.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its hash, in hexadecimal; of facts that are kept, the key of their content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many things it holds.</summary>
    public required int Count { get; init; }
}

/// <summary>Facts that editions keep, by the hash of what they say: what did not change from one edition to the next is there once.</summary>
internal sealed class SealedContent
{
    /// <summary>SHA-256 of the facts as UTF-8 JSON, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The facts, compressed with Brotli.</summary>
    public required byte[] Content { get; init; }
}
