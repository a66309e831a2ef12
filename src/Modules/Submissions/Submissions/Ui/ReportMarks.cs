using LearningCity.Submissions.Application;

namespace LearningCity.Submissions.Ui;

/// <summary>Why a report in the inbox wants attention.</summary>
/// <param name="Flags">Flagged figures.</param>
/// <param name="IsLate">Whether it was handed in after its due date.</param>
/// <param name="IsAnswer">Whether it answers a return.</param>
/// <param name="AnswersMe">Whether the reader returned it.</param>
/// <param name="ChangedCells">Cells that differ from what was handed in before.</param>
/// <param name="OpenedBy">Who has it open.</param>
public sealed record ReportMarks(
    int Flags, bool IsLate, bool IsAnswer, bool AnswersMe, int ChangedCells, string? OpenedBy)
{
    internal static ReportMarks Of(ReviewRow row) => new(
        row.Submission.Warnings, row.Submission.IsLate, row.Submission.ReturnRounds > 0, row.AnswersMe, row.ChangedCells,
        row.OpenedByName);
}
