using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Answers the question of the reviewers' morning digest: how many reports wait for each body.</summary>
internal sealed class CountWaitingReviewsHandler(ISubmissionsDb db) : IQueryHandler<CountWaitingReviews, IReadOnlyList<WaitingReviews>>
{
    public async Task<IReadOnlyList<WaitingReviews>> Handle(CountWaitingReviews request, CancellationToken cancellationToken) =>
        await db.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.Submitted)
            .GroupBy(s => s.ReviewerUnitId)
            .Select(waiting => new WaitingReviews(waiting.Key, waiting.Count(), waiting.Count(s => s.IsLate)))
            .ToListAsync(cancellationToken);
}
