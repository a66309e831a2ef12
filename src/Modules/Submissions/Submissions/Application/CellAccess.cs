using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Which cells of a submission the unit may set.</summary>
internal static class CellAccess
{
    /// <summary>Why a cell is none of this submission; null where it is one.</summary>
    internal static Failure? Refuse(Form form, Submission submission, int place, string indicator, string disaggregation)
    {
        if (place < 0) return CellFailures.UnknownIndicator.On("indicator", indicator);
        if (!Places.Has(submission.Owed, place)) return CellFailures.NotOwed.On("indicator", form.At(place).Name);
        return disaggregation.Length == 0 || form.PartsAt(place).Any(part => part.Key == disaggregation)
            ? null
            : CellFailures.UnknownDisaggregation.On("disaggregation", form.At(place).Name, disaggregation);
    }

    /// <summary>The cells of a returned submission that wait for an answer: only those can be changed.</summary>
    internal static async Task<HashSet<(int Place, string Disaggregation)>> OpenReturnsAsync(
        ISubmissionsDb db, Guid submissionId, CancellationToken cancellationToken)
    {
        var cells = await db.CellReturns.AsNoTracking()
            .Where(r => r.SubmissionId == submissionId && r.AnsweredAt == null)
            .Select(r => new { r.Place, r.Disaggregation })
            .ToListAsync(cancellationToken);
        return [.. cells.Select(cell => (cell.Place, cell.Disaggregation))];
    }
}
