using FluentValidation;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Saves cells of a submission. Each cell stands for itself: one that breaks a rule, or that somebody else changed since its version was
/// seen, is refused and told, and the others are saved.
/// </summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Cells">The cells; no two of one indicator and disaggregation.</param>
/// <param name="Source">From where.</param>
/// <param name="Reason">Why, for the history after the first submission.</param>
internal sealed record SaveCells(Guid SubmissionId, IReadOnlyList<CellSave> Cells, EntrySource Source, string? Reason = null)
    : ICommand<SavedCells>;

/// <summary>One cell to save.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="Seen">Version that was seen, 0 for a cell never set; null saves whatever is there.</param>
/// <param name="Entry">What arrived.</param>
/// <param name="Typed">What was typed where it could not be read as a number: kept as a draft, so that nothing typed is lost.</param>
/// <param name="Problem">Why it could not be read.</param>
internal sealed record CellSave(
    Guid IndicatorId, string Disaggregation, int? Seen, RawEntry Entry, string? Typed = null, Failure? Problem = null)
{
    /// <summary>How the figure stands to what the units below gave; null leaves it to be told from the figure. Of an addition, the entry is what is put on top.</summary>
    public CellWay? Way { get; init; }

    /// <summary>Of a survey: how it was made; null leaves what is there while the figure stays.</summary>
    public SurveyDetails? Survey { get; init; }

    /// <summary>Of an expert review: how it was made; null leaves what is there while the figure stays.</summary>
    public ExpertReviewDetails? ExpertReview { get; init; }
}

/// <summary>What became of the cells.</summary>
/// <param name="Version">The submission's version now.</param>
/// <param name="State">Its state now.</param>
/// <param name="Cells">The cells, in the order sent.</param>
internal sealed record SavedCells(int Version, SubmissionState State, IReadOnlyList<SavedCell> Cells);

/// <summary>What became of one cell.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation.</param>
/// <param name="Refusal">Why it was not taken; null where it was, or said so already.</param>
/// <param name="Current">What the cell says now.</param>
/// <param name="Sent">What was sent, for a stale one.</param>
internal sealed record SavedCell(Guid IndicatorId, string Disaggregation, Failure? Refusal, PackedCell Current, PackedCell? Sent = null)
{
    /// <summary>What is asked about the figure, with its parts: soft rules that it breaks, parts that do not add up.</summary>
    public IReadOnlyList<Failure> Questions { get; init; } = [];

    /// <summary>How it stands to what the units below give, where its figures are put together.</summary>
    public ConsolidatedCell? Consolidated { get; init; }

    /// <summary>Of a stale one, who changed it.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>By what share the figure changed since the last period, where that is conspicuous.</summary>
    public decimal? Change { get; init; }
}

internal sealed class SaveCellsValidator : AbstractValidator<SaveCells>
{
    private const int MostCells = 500;

    public SaveCellsValidator()
    {
        RuleFor(command => command.Cells).Must(cells => cells is { Count: > 0 and <= MostCells })
            .Say($"Vui lòng gửi từ 1 đến {MostCells} ô.", $"Send 1 to {MostCells} cells.");
        RuleFor(command => command.Cells)
            .Must(cells => cells is null || cells.DistinctBy(cell => (cell.IndicatorId, cell.Disaggregation)).Count() == cells.Count)
            .Say("Mỗi ô chỉ được gửi một lần.", "Each cell may be sent once only.");
        RuleFor(command => command.Reason).Must(reason => reason is null or { Length: <= 2000 })
            .Say("Lý do dài tối đa 2.000 ký tự.", "The reason may have at most 2,000 characters.");
    }
}
