using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Consolidation;

/// <summary>What the approved reports of the units below give for a cell.</summary>
/// <param name="Amount">Their figures put together; null where none reports one, or where they are only counted.</param>
/// <param name="Reports">Approved reports with a figure.</param>
/// <param name="Owing">Units below that owe the cell.</param>
/// <param name="Answers">Of yes and no, and of levels: how many gave each answer.</param>
internal sealed record ConsolidatedFigure(Amount? Amount, int Reports, int Owing, IReadOnlyDictionary<int, int> Answers);

/// <summary>A unit below whose figures are not among them yet.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="SubmissionId">Its report.</param>
/// <param name="State">Where that stands.</param>
/// <param name="Unit">Its code and name.</param>
internal sealed record MissingReport(Guid UnitId, Guid SubmissionId, SubmissionState State, NamedUnit Unit);

/// <summary>What the units below give for a return.</summary>
/// <param name="Figures">By place and disaggregation.</param>
/// <param name="Missing">Units below that owe one of its cells and are not approved, by name.</param>
internal sealed record ConsolidatedReturn(
    IReadOnlyDictionary<(int Place, string Disaggregation), ConsolidatedFigure> Figures, IReadOnlyList<MissingReport> Missing)
{
    internal static ConsolidatedReturn None { get; } = new(new Dictionary<(int, string), ConsolidatedFigure>(), []);

    internal ConsolidatedFigure? At(int place, string disaggregation) => Figures.GetValueOrDefault((place, disaggregation));

    /// <summary>The figure that a cell opens with; null where there is none.</summary>
    internal Amount? AmountAt(int place, string disaggregation) => At(place, disaggregation)?.Amount;
}

/// <summary>A cell of a return beside what the units below give.</summary>
/// <param name="Now">What they give now.</param>
/// <param name="Kept">How the cell stood to it when it was set; null where it was set without looking, or not at all.</param>
internal sealed record ConsolidatedCell(ConsolidatedFigure Now, Domain.Consolidation? Kept)
{
    /// <summary>Whether the return is still being filled in. What was handed in without looking is its reviewer's matter.</summary>
    internal bool IsOpen { get; init; } = true;

    /// <summary>Of an addition, what the unit put on top.</summary>
    internal Amount? OwnOf(in PackedCell cell) => Kept is { Way: CellWay.Addition } ? Amount.Of(cell) - Kept.Seen : null;

    /// <summary>
    /// Whether units were approved, corrected or taken out since the cell was set: it never follows by itself. A cell set before anything
    /// was approved is compared with its own value.
    /// </summary>
    internal bool IsOutOfDate(in PackedCell cell) => cell.Track.Version > 0 && (Kept is null
        ? IsOpen && Now.Amount is { } amount && !amount.IsWhat(cell)
        : Now.Amount != Kept.Seen);
}
