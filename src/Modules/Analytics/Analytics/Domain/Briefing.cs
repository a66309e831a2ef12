using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain;

/// <summary>Where a briefing stands.</summary>
internal enum BriefingState
{
    /// <summary>It waits to be made, or to be tried again.</summary>
    Waiting,

    /// <summary>It is made: its file never changes.</summary>
    Made,

    /// <summary>It could not be made; <see cref="Briefing.Error"/> says why.</summary>
    Failed,
}

/// <summary>A briefing or another report: one document for one period on one tree, made once and kept for ever.</summary>
internal sealed class Briefing
{
    /// <summary>After this many attempts it waits for a person.</summary>
    internal const int MostAttempts = 5;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>Code of the period.</summary>
    public required string PeriodCode { get; init; }

    /// <summary>The tree that it shows.</summary>
    public required DateOnly TreeDate { get; init; }

    /// <summary>The area that it is about.</summary>
    public required Guid RootUnitId { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>
    /// Unique, so that closing a period makes one scheduled briefing whatever happens: <c>close/period/tree date/language</c>, or the id of
    /// one that somebody asked for.
    /// </summary>
    public required string OnceKey { get; init; }

    /// <summary>Whether the schedule asked for it.</summary>
    public required bool Scheduled { get; init; }

    /// <summary>Who asked for it; empty for the system.</summary>
    public required Guid RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public BriefingState State { get; set; }

    /// <summary>Number of the edition that its figures are of; <c>live</c> for what was not sealed, and until it is made.</summary>
    public string Edition { get; set; } = "live";

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before then is it tried again.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>What went wrong at the last attempt.</summary>
    public string? Error { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Hash of the file, in hexadecimal.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Length of the file in bytes.</summary>
    public long Length { get; set; }

    /// <summary>Number of pages.</summary>
    public int Pages { get; set; }

    /// <summary>Name of the file: ASCII, with date and edition.</summary>
    internal string FileName => NameWith("pdf");

    /// <summary>Name of the Word file.</summary>
    internal string WordFileName => NameWith("docx");

    /// <summary>Whether there is a Word file.</summary>
    internal bool HasWord => Kind is DocumentKind.Review or DocumentKind.Unesco;

    /// <summary>Whether there is a PDF, for which a browser is needed.</summary>
    internal bool HasPdf => Kind != DocumentKind.Unesco;

    /// <summary>What the schedule made it for; on demand where somebody asked for it.</summary>
    internal DocumentOccasion Occasion => !Scheduled ? DocumentOccasion.Request : OnceKey.Split('/')[0] switch
    {
        "seal" => DocumentOccasion.Sealing,
        "meeting" => DocumentOccasion.Meeting,
        "calendar" => DocumentOccasion.Calendar,
        _ => DocumentOccasion.Closing,
    };

    /// <summary>Ready to be taken up by a worker.</summary>
    internal bool IsDue(DateTimeOffset now) => State == BriefingState.Waiting && DueAt <= now;

    /// <summary>It was made.</summary>
    internal void Make(DateTimeOffset now, string sha256, long length, int pages) =>
        (State, MadeAt, Sha256, Length, Pages, Error, Attempts) = (BriefingState.Made, now, sha256, length, pages, null, Attempts + 1);

    private string NameWith(string ending) => FormattableString.Invariant(
        $"learningcity-{NameOf(Kind, Language)}-{PeriodCode}-{TreeDate:yyyyMMdd}-{(Edition == "live" ? Edition : "edition" + Edition)}{(Kind == DocumentKind.UnitBrief ? $"-{Id.ToString("N")[^6..]}" : "")}.{ending}");

    private static string NameOf(DocumentKind kind, Language language) => (kind, language) switch
    {
        (DocumentKind.Review, _) => "bao-cao-so-ket",
        (DocumentKind.Unesco, _) => "unesco-draft",
        (DocumentKind.UnitBrief, Language.En) => "unit-brief",
        (DocumentKind.UnitBrief, _) => "ban-tin-don-vi",
        (_, Language.En) => "briefing",
        _ => "bao-cao-nhanh",
    };

    /// <summary>Somebody put the cause right: it is tried anew, as if it had never failed.</summary>
    internal void TryAgain(DateTimeOffset now) => (State, Attempts, DueAt) = (BriefingState.Waiting, 0, now);

    /// <summary>An attempt failed: it is tried again later, and not for ever.</summary>
    internal void Fail(DateTimeOffset now, string error)
    {
        Attempts++;
        Error = error.Length > 1000 ? error[..1000] : error;
        DueAt = now + TimeSpan.FromSeconds(15 * Math.Pow(4, Attempts - 1));
        if (Attempts >= MostAttempts) State = BriefingState.Failed;
    }
}

/// <summary>The file of a briefing.</summary>
internal sealed class BriefingFile
{
    /// <summary>The briefing.</summary>
    public required Guid BriefingId { get; init; }

    /// <summary>The document.</summary>
    public required byte[] Content { get; init; }
}
