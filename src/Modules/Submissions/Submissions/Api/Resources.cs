using System.Text.Json;
using System.Text.Json.Serialization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Api;

/// <summary>A submission in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">As <c>ETag</c>; grows with every change of its cells.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsLate">Whether it was first handed in after the due date.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code on the last day of the period.</param>
/// <param name="UnitName">Its name on that day.</param>
/// <param name="PeriodCode">The period.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="ReviewerUnitId">The one body that reviews it.</param>
/// <param name="DueOn">Last day on which it is on time.</param>
/// <param name="SubmittedAt">When it was last handed in.</param>
/// <param name="FilledCells">Cells with an answer.</param>
/// <param name="OwedCells">Cells owed.</param>
/// <param name="Warnings">Flagged figures: against the period before, the unit's own history, its peers.</param>
/// <param name="OpenReturns">Cells returned and not yet answered.</param>
internal sealed record SubmissionItem(
    Guid Id, int Version, SubmissionState State, bool IsLate, Guid UnitId, string UnitCode, LocalText UnitName, string PeriodCode,
    string SetCode, Guid ReviewerUnitId, DateOnly DueOn, DateTimeOffset? SubmittedAt, int FilledCells, int OwedCells, int Warnings,
    int OpenReturns);

/// <summary>A submission with its cells; the <c>ETag</c> is its version.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Short code, as on the receipt.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsLate">Whether it was first handed in after the due date.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code on the last day of the period.</param>
/// <param name="UnitName">Its name on that day.</param>
/// <param name="PeriodCode">The period.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="SetVersion">Its version.</param>
/// <param name="ReviewerUnitId">The one body that reviews it.</param>
/// <param name="ReviewerName">Its name.</param>
/// <param name="DueOn">Last day on which it is on time, an extension included.</param>
/// <param name="FirstSubmittedAt">Timeliness is judged on this.</param>
/// <param name="SubmittedAt">When it was last handed in.</param>
/// <param name="ReviewStartedAt">From then on it cannot be withdrawn.</param>
/// <param name="SheetVersion">Number of the sheet handed in last.</param>
/// <param name="ApprovedSheetVersion">Number of the sheet that counts.</param>
/// <param name="Cells">The cells owed, in order of the criteria set.</param>
/// <param name="Narrative">What it says in words.</param>
/// <param name="Evidence">Its evidence.</param>
internal sealed record SubmissionResource(
    Guid Id, string Code, int Version, SubmissionState State, bool IsLate, Guid UnitId, string UnitCode, LocalText UnitName,
    string PeriodCode, string SetCode, int SetVersion, Guid ReviewerUnitId, LocalText ReviewerName, DateOnly DueOn,
    DateTimeOffset? FirstSubmittedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ReviewStartedAt, int SheetVersion,
    int? ApprovedSheetVersion, IReadOnlyList<CellResource> Cells, NarrativeResource Narrative, IReadOnlyList<EvidenceResource> Evidence)
{
    /// <summary>Of a return that puts together what units below gave: the units that owe one of its cells and are not approved yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MissingReportResource>? MissingReports { get; init; }
}

/// <summary>A cell.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="IndicatorCode">Its code.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="State">One of the four answers.</param>
/// <param name="Value">A number, <c>true</c> or <c>false</c>, the code of a level, or a text; null for a pair or no value.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Comment">What the unit says about the figure.</param>
/// <param name="Version">How often it was set; a save says which version it saw, 0 for a cell never set.</param>
/// <param name="ChangedAt">When it was set last.</param>
/// <param name="ChangedBy">Who did.</param>
/// <param name="Draft">What was typed and could not be taken.</param>
/// <param name="Returned">Why it was returned, while it waits for an answer.</param>
internal sealed record CellResource(
    Guid IndicatorId, string IndicatorCode, string Disaggregation, CellState State, object? Value, decimal? Numerator,
    decimal? Denominator, string? Comment, int Version, DateTimeOffset? ChangedAt, Guid? ChangedBy, string? Draft,
    ReturnResource? Returned)
{
    /// <summary>Of a figure that is broken down: its parts, each by its key; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CellResource>? Parts { get; init; }

    /// <summary>What the units below give for the cell, and how it stands to that; null where its figures are not put together.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsolidationResource? Consolidation { get; init; }

    /// <summary>Of a survey: how it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SurveyResource? Survey { get; init; }

    /// <summary>Of an expert review: how it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExpertReviewResource? ExpertReview { get; init; }
}

/// <summary>Why a cell was returned.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="ReturnedAt">When.</param>
/// <param name="AnswerBy">Day by which an answer is asked for.</param>
internal sealed record ReturnResource(string Reason, DateTimeOffset ReturnedAt, DateOnly AnswerBy);

/// <summary>What a submission says in words.</summary>
/// <param name="Version">0 where nothing was written.</param>
/// <param name="Results">Results achieved.</param>
/// <param name="Shortcomings">Shortcomings.</param>
/// <param name="Causes">Their causes.</param>
/// <param name="NextTasks">Key tasks of the next period.</param>
internal sealed record NarrativeResource(int Version, string Results, string Shortcomings, string Causes, string NextTasks);

/// <summary>A piece of evidence.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">As its sender called it.</param>
/// <param name="MediaType">What its content is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="AddedAt">When it was attached.</param>
/// <param name="IndicatorCodes">The indicators it supports.</param>
/// <param name="DocumentNumber">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="Confidentiality"><c>ordinary</c>, or <c>restricted</c> to the unit and its reviewing body.</param>
/// <param name="Scan"><c>clean</c>, <c>not_scanned</c> while the virus scanner was away, or <c>no_scanner</c>.</param>
/// <param name="Kind"><c>file</c>, <c>link</c>, or <c>signed_scan</c>.</param>
/// <param name="Address">Of a link that is not restricted, where it leads; a restricted one is opened by its key.</param>
/// <param name="IsStale">Whether it is a signed scan, and a figure was changed since.</param>
internal sealed record EvidenceResource(
    Guid Id, string FileName, string MediaType, long Size, string Hash, DateTimeOffset AddedAt, IReadOnlyList<string> IndicatorCodes,
    string? DocumentNumber, DateOnly? IssuedOn, DateOnly? ValidUntil, EvidenceConfidentiality Confidentiality, EvidenceScan Scan,
    EvidenceType Kind, string? Address, bool IsStale);

/// <summary>A link as evidence.</summary>
/// <param name="Address">Where it leads; https.</param>
/// <param name="Title">What people call it.</param>
/// <param name="IndicatorIds">The indicators; left out, the submission as a whole.</param>
/// <param name="DocumentNumber">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="ValidUntil">Last day on which it holds.</param>
/// <param name="Confidentiality"><c>ordinary</c>, or <c>restricted</c> to the unit and its reviewing body.</param>
internal sealed record EvidenceLinkRequest(
    string? Address, string? Title, IReadOnlyList<Guid>? IndicatorIds, string? DocumentNumber, DateOnly? IssuedOn, DateOnly? ValidUntil,
    EvidenceConfidentiality? Confidentiality);

/// <summary>Uses a piece of evidence for more values.</summary>
/// <param name="SubmissionId">The submission whose values it supports.</param>
/// <param name="IndicatorIds">The indicators; left out, the submission as a whole.</param>
internal sealed record EvidenceUseRequest(Guid SubmissionId, IReadOnlyList<Guid>? IndicatorIds);

/// <summary>Cells to save.</summary>
/// <param name="Reason">Why, for the history after the first submission.</param>
/// <param name="Cells">The cells; each stands for itself.</param>
internal sealed record SaveCellsRequest(string? Reason, IReadOnlyList<CellRequest>? Cells);

/// <summary>A cell to save.</summary>
/// <param name="IndicatorId">The indicator; or its code.</param>
/// <param name="IndicatorCode">Its code.</param>
/// <param name="Disaggregation">Key of the disaggregation; left out for the total.</param>
/// <param name="Version">Version that was seen, 0 for a cell never set; left out, the cell is set whatever it says.</param>
/// <param name="State">Left out where a value says enough; <c>not_reported</c> clears the cell.</param>
/// <param name="Value">A number, <c>true</c> or <c>false</c>, the code of a level, or a text.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Comment">What the unit says about the figure.</param>
internal sealed record CellRequest(
    Guid? IndicatorId, string? IndicatorCode, string? Disaggregation, int? Version, CellState? State, JsonElement? Value,
    decimal? Numerator, decimal? Denominator, string? Comment)
{
    /// <summary>
    /// Where the units below gave figures for the cell: <c>consolidated</c> takes what they gave (a value sent along must be that), <c>addition</c>
    /// puts the value on top of it, <c>override</c> sets another value, for the reason that the comment says. Left out, it is told from the value.
    /// </summary>
    public CellWay? Way { get; init; }

    /// <summary>Of a survey: how it was made; left out, what is there stays while the figure does.</summary>
    public SurveyResource? Survey { get; init; }

    /// <summary>Of an expert review: how it was made; left out, what is there stays while the figure does.</summary>
    public ExpertReviewResource? ExpertReview { get; init; }
}

/// <summary>What became of cells.</summary>
/// <param name="Version">The submission's version now.</param>
/// <param name="State">Its state now.</param>
/// <param name="Cells">The cells, in the order sent.</param>
internal sealed record SavedCellsResource(int Version, SubmissionState State, IReadOnlyList<SavedCellResource> Cells);

/// <summary>What became of a cell.</summary>
/// <param name="Saved">Whether it says now what was sent.</param>
/// <param name="Error">Why not.</param>
/// <param name="Current">What it says now.</param>
/// <param name="Sent">Of a stale cell: what was sent.</param>
/// <param name="ChangedBy">Of a stale cell: who changed it, by name.</param>
/// <param name="Questions">What is asked about the figure: soft rules that it breaks, parts that do not add up. A comment answers.</param>
/// <param name="Change">By what share the figure changed since the last period, where that is asked about.</param>
internal sealed record SavedCellResource(
    bool Saved, ProblemError? Error, CellResource Current, CellResource? Sent, string? ChangedBy, IReadOnlyList<ProblemError> Questions,
    decimal? Change);

/// <summary>Cells to return.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="AnswerBy">Day by which an answer is asked for; left out, two working days from today.</param>
internal sealed record ReturnRequest(IReadOnlyList<ReturnCellRequest>? Cells, DateOnly? AnswerBy);

/// <summary>A cell to return.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; left out for the total.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="ReasonKind">Why, out of the list: <c>evidence</c>, <c>unexplained</c>, <c>inconsistent</c>, <c>measure</c>, <c>incomplete</c>, <c>other</c>.</param>
internal sealed record ReturnCellRequest(Guid IndicatorId, string? Disaggregation, string? Reason, string? ReasonKind);

/// <summary>Submissions to hand in or approve together.</summary>
/// <param name="Submissions">Each by its key and the version seen.</param>
internal sealed record ManyRequest(IReadOnlyList<ManyItemRequest>? Submissions);

/// <summary>One of them.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Version seen; what changed since is skipped and told.</param>
internal sealed record ManyItemRequest(Guid Id, int? Version);

/// <summary>What became of one of them.</summary>
/// <param name="Id">Key.</param>
/// <param name="Done">Whether it was done.</param>
/// <param name="Errors">Why not.</param>
internal sealed record ManyItemResource(Guid Id, bool Done, IReadOnlyList<ProblemError> Errors);

/// <summary>A narrative to save.</summary>
/// <param name="Version">Version that was seen, 0 for none; left out, it is replaced whatever it says.</param>
/// <param name="Results">Results achieved.</param>
/// <param name="Shortcomings">Shortcomings.</param>
/// <param name="Causes">Their causes.</param>
/// <param name="NextTasks">Key tasks of the next period.</param>
internal sealed record NarrativeRequest(int? Version, string? Results, string? Shortcomings, string? Causes, string? NextTasks);

/// <summary>A step in the history of a submission.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What happened: <c>changed</c>, <c>submitted</c>, <c>withdrawn</c>, <c>returned</c>, <c>approved</c>, <c>prepared</c>, <c>taken_back</c>, <c>self_review_allowed</c>.</param>
/// <param name="At">When.</param>
/// <param name="ById">Who; empty for the system.</param>
/// <param name="By">Their name.</param>
/// <param name="Source">From where: <c>web</c>, <c>api</c>, <c>import</c>, <c>workbook</c>, <c>system</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cells">The changed cells, before and after.</param>
internal sealed record RevisionResource(
    int Number, string Kind, DateTimeOffset At, Guid ById, string? By, string Source, string? Reason,
    IReadOnlyList<RevisionCellResource> Cells);

/// <summary>Who else has a report open.</summary>
/// <param name="Others">Their names.</param>
internal sealed record PresenceResource(IReadOnlyList<string> Others);

/// <summary>A cell before and after.</summary>
internal sealed record RevisionCellResource(CellResource Before, CellResource After);

/// <summary>A value of a unit.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code on the last day of the period.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="SubmissionState">Where its submission stands.</param>
/// <param name="Cell">The cell.</param>
internal sealed record ValueResource(
    string PeriodCode, Guid UnitId, string UnitCode, string SetCode, SubmissionState SubmissionState, CellResource Cell);

/// <summary>What became of an import.</summary>
/// <param name="DryRun">Whether nothing was to be written.</param>
/// <param name="Atomic">Whether it was all or none.</param>
/// <param name="Written">Whether anything was written.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Units">Submissions that rows belong to.</param>
/// <param name="Changed">Cells changed, or in a dry run to be changed.</param>
/// <param name="Unchanged">Rows that say what is there already.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="Submitted">Submissions handed in.</param>
/// <param name="RejectedByCode">How many rows were not taken for each reason.</param>
/// <param name="Problems">The first thousand rows not taken.</param>
/// <param name="NotSubmitted">Submissions that were not handed in, with the reasons.</param>
internal sealed record ImportResource(
    bool DryRun, bool Atomic, bool Written, int Rows, int Units, int Changed, int Unchanged, int Rejected, int Submitted,
    IReadOnlyDictionary<string, int> RejectedByCode, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ManyItemResource> NotSubmitted);

/// <summary>A row that was not taken.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Field">The field at fault.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What to do.</param>
internal sealed record ImportProblem(int Row, string? Field, string Code, string Message);
