using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>A submission with everything that its pages and the API show.</summary>
internal sealed record SubmissionView(
    Submission Submission, Form Form, Period Period, NamedUnit Unit, NamedUnit Reviewer, DateOnly? ExtendedTo, bool MayReport,
    bool MayReview, bool TakesChanges, IReadOnlyList<CellView> Cells, Narrative? Narrative, IReadOnlyList<EvidenceView> Evidence,
    IReadOnlyDictionary<Guid, string> Actors, bool MayRelease)
{
    /// <summary>Short code of the receipt, on screen and on paper.</summary>
    public string Code => CodeOf(Submission.Id);

    /// <summary>Last day on which it is on time.</summary>
    public DateOnly DueOn => ExtendedTo is { } extended && extended > Submission.DueOn ? extended : Submission.DueOn;

    /// <summary>Cells with an answer.</summary>
    public int FilledCells => Cells.Count(cell => cell.Now.State != CellState.NotReported);

    /// <summary>Whether the reader may change something now.</summary>
    public bool IsEditable => MayReport && TakesChanges && Submission.IsEditable;

    /// <summary>Figures of the set that the system knows and nobody is asked for.</summary>
    public IReadOnlyList<KnownFigure> Known { get; init; } = [];

    /// <summary>What the units below give for its cells.</summary>
    public ConsolidatedReturn Consolidated { get; init; } = ConsolidatedReturn.None;

    /// <summary>Cells that no longer stand to what the units below give as they did when they were set.</summary>
    public IEnumerable<CellView> OutOfDate => Cells.SelectMany(cell => cell.Parts.Prepend(cell)).Where(cell => cell.IsOutOfDate);

    internal static string CodeOf(Guid submissionId) => $"BC-{submissionId.ToString("N")[^6..].ToUpperInvariant()}";
}

/// <summary>One cell of a form.</summary>
/// <param name="Indicator">What it takes.</param>
/// <param name="Place">Its place in the layout.</param>
/// <param name="Now">What it says.</param>
/// <param name="Before">What it said in the period before; null where there was nothing.</param>
/// <param name="ConspicuousChange">By what share it changed, where that is conspicuous.</param>
/// <param name="Returns">Why it was returned, newest first.</param>
/// <param name="IsEditable">Whether it may be changed now.</param>
/// <param name="EvidenceCount">Pieces of evidence that support it.</param>
internal sealed record CellView(
    Indicator Indicator, int Place, PackedCell Now, PackedCell? Before, decimal? ConspicuousChange, IReadOnlyList<CellReturn> Returns,
    bool IsEditable, int EvidenceCount)
{
    /// <summary>What is asked about it besides its change: soft rules that it breaks, parts that do not add up.</summary>
    public IReadOnlyList<Failure> Questions { get; init; } = [];

    /// <summary>The number of it that a reference series gives; null where the unit gives all of it.</summary>
    public GivenFigure? Given { get; init; }

    /// <summary>Of a flow, what the year says up to the period before; null for the first period of a year.</summary>
    public YearSoFar? Year { get; init; }

    /// <summary>How the figure came about, where it was not simply entered.</summary>
    public CellBasis? Basis { get; init; }

    /// <summary>What the units below give for it; null where its figures are not put together.</summary>
    public ConsolidatedCell? Consolidated { get; init; }

    /// <summary>Whether units below were approved, corrected or taken out since the figure was set.</summary>
    public bool IsOutOfDate => Consolidated?.IsOutOfDate(Now) == true;

    /// <summary>What the cell opens with while nobody has set it; null where there is nothing.</summary>
    public Amount? Prefilled => Now.Track.Version == 0 ? Consolidated?.Now.Amount : null;

    /// <summary>Whether anything is asked about it.</summary>
    public bool IsAskedAbout => ConspicuousChange is not null || Questions.Count > 0;

    /// <summary>Which part of a figure it is; null for the figure itself.</summary>
    public BreakdownPart? Part { get; init; }

    /// <summary>The parts of the figure.</summary>
    public IReadOnlyList<CellView> Parts { get; init; } = [];

    /// <summary>Names it among the cells of its form: the indicator's code, for a part with the part's key.</summary>
    public string Key => Part is null ? Indicator.Code : $"{Indicator.Code}|{Part.Key}";

    /// <summary>The return that waits for an answer.</summary>
    public CellReturn? OpenReturn => Returns.FirstOrDefault(cell => cell.AnsweredAt is null);
}

/// <summary>A piece of evidence with the places that it supports.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Places">The places.</param>
/// <param name="IsStale">Whether it is a signed scan, and a figure was changed since.</param>
internal sealed record EvidenceView(Evidence Evidence, IReadOnlyList<int> Places, bool IsStale);

/// <summary>A node of the criteria set with its cells, for headings.</summary>
internal sealed record FormSection(LocalText Name, string Code, IReadOnlyList<CellView> Cells);
