using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Submissions.Domain;

/// <summary>The working copy of a submission's cells: one row, written whole (see <see cref="Contracts.SheetCodec"/>).</summary>
internal sealed class DraftSheet
{
    public required Guid SubmissionId { get; init; }

    public required byte[] Bytes { get; set; }

    /// <summary>Cells with an answer.</summary>
    public required int FilledCells { get; set; }

    /// <summary>How figures came about that were not simply entered, as JSON (<see cref="CellBases"/>); null where all were.</summary>
    public string? Bases { get; set; }
}

/// <summary>A sheet as it was handed in. Its figures never change; an approval only marks it as the one that counts.</summary>
internal sealed class SheetVersion
{
    public required Guid SubmissionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid CriteriaVersionId { get; init; }

    public required byte[] Bytes { get; init; }

    public required int FilledCells { get; init; }

    /// <summary>The narrative as it was handed in, as JSON; null where there was none.</summary>
    public string? Narrative { get; init; }

    /// <summary>How its figures came about, as in <see cref="DraftSheet.Bases"/>.</summary>
    public string? Bases { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public required EntrySource Source { get; init; }

    /// <summary>Whether it is the approved sheet that counts now.</summary>
    public bool Counts { get; init; }
}

/// <summary>What kind of step a revision records.</summary>
internal enum RevisionKind
{
    /// <summary>Cells were changed.</summary>
    Changed,

    /// <summary>It was handed in.</summary>
    Submitted,

    /// <summary>It was taken back before review.</summary>
    Withdrawn,

    /// <summary>Cells were returned.</summary>
    Returned,

    /// <summary>It was approved.</summary>
    Approved,

    /// <summary>The clerk prepared it for the head.</summary>
    Prepared,

    /// <summary>The head gave it back to the clerk, or the clerk took it back.</summary>
    TakenBack,

    /// <summary>The head of the reviewing body let an author review it.</summary>
    SelfReviewAllowed,
}

/// <summary>One step in the history of a submission, which begins with its first submission; append-only.</summary>
internal sealed class Revision
{
    public required Guid SubmissionId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required RevisionKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required EntrySource Source { get; init; }

    /// <summary>Why, in the words of whoever did it.</summary>
    public string? Reason { get; init; }

    /// <summary>The changed cells before, as a sheet; null where no cell changed.</summary>
    public byte[]? Before { get; init; }

    /// <summary>The same cells after.</summary>
    public byte[]? After { get; init; }

    /// <summary>How those cells came about then, as in <see cref="DraftSheet.Bases"/>.</summary>
    public string? Bases { get; init; }
}

/// <summary>What a submission says in words.</summary>
internal sealed class Narrative : IVersioned
{
    public required Guid SubmissionId { get; init; }

    public string Results { get; set; } = "";

    public string Shortcomings { get; set; } = "";

    public string Causes { get; set; } = "";

    public string NextTasks { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public Guid ChangedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; private set; }
}

/// <summary>A piece of evidence. The file is stored once by its content's hash, however often it is attached.</summary>
internal sealed class Evidence
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>What it is.</summary>
    public EvidenceType Type { get; init; }

    /// <summary>SHA-256 in hexadecimal: of a file's content, where it is stored; of a link's address.</summary>
    public required string Hash { get; init; }

    public required long Size { get; init; }

    /// <summary>What the content shows it to be, whatever the sender called it.</summary>
    public required string MediaType { get; init; }

    /// <summary>As its sender called it; of a link, its title.</summary>
    public required string FileName { get; init; }

    /// <summary>Of a link, where it leads: https.</summary>
    public string? Address { get; init; }

    /// <summary>Of a signed scan, the mark of the figures that were signed: see <see cref="SignedFigures"/>.</summary>
    public string? SignedMark { get; init; }

    /// <summary>Number of the document; null where it has none.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Date of the document.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Last day on which the document holds; null where it does not end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Who may download it.</summary>
    public EvidenceConfidentiality Confidentiality { get; init; }

    /// <summary>What the virus scanner said when it came.</summary>
    public EvidenceScan Scan { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>What a piece of evidence is.</summary>
internal enum EvidenceType
{
    /// <summary>A file.</summary>
    File,

    /// <summary>An address on the web; nothing of it is stored.</summary>
    Link,

    /// <summary>The report on paper, signed and stamped, that follows what was handed in.</summary>
    SignedScan,
}

/// <summary>Who may download a piece of evidence.</summary>
internal enum EvidenceConfidentiality
{
    /// <summary>Whoever may see its submission.</summary>
    Ordinary,

    /// <summary>Only who reports for the unit, and the body that reviews its submission.</summary>
    Restricted,
}

/// <summary>What the virus scanner said of a file.</summary>
internal enum EvidenceScan
{
    /// <summary>There is none.</summary>
    NoScanner,

    /// <summary>It found nothing.</summary>
    Clean,

    /// <summary>It did not answer, and the city takes files all the same: to be scanned later.</summary>
    NotScanned,
}

/// <summary>What a unit says of a document.</summary>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="Confidentiality">Who may download it.</param>
internal sealed record EvidenceDetails(
    string? DocumentNumber, DateOnly? IssuedOn, DateOnly? ValidUntil, EvidenceConfidentiality Confidentiality)
{
    /// <summary>The number without blanks around it; null where there is none.</summary>
    internal string? NumberOrNull => string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim();

    internal static EvidenceDetails None { get; } = new(null, null, null, EvidenceConfidentiality.Ordinary);
}

/// <summary>That a piece of evidence supports an indicator's value.</summary>
internal sealed class EvidenceLink
{
    public required Guid EvidenceId { get; init; }

    public required int Place { get; init; }

    public required Guid SubmissionId { get; init; }
}

/// <summary>The indicators of a version of a criteria set, by place: sixteen bytes each.</summary>
internal sealed class LayoutRow
{
    public required Guid CriteriaVersionId { get; init; }

    public required byte[] IndicatorIds { get; init; }
}

/// <summary>One bulk import: what came, and how far it was applied, so that one cut short can be told from one that is done.</summary>
internal sealed class ImportBatch
{
    public required Guid Id { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required string Hash { get; init; }

    public required int Rows { get; init; }

    public required int Rejected { get; init; }

    public required int Units { get; init; }

    /// <summary>Cells changed so far.</summary>
    public required int Applied { get; init; }

    /// <summary>Units applied so far.</summary>
    public required int UnitsApplied { get; init; }
}
