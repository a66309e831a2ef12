using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>A submission was handed in, returned or approved: what its unit gives to the period is to be counted anew.</summary>
internal sealed class WhenSubmissionsChanged(DirtyUnits dirty)
    : IListener<SubmissionSubmitted>, IListener<SubmissionReturned>, IListener<SubmissionApproved>
{
    public Task Handle(SubmissionSubmitted notification, CancellationToken cancellationToken) =>
        dirty.MarkAsync(notification.PeriodId, notification.UnitId, cancellationToken);

    public Task Handle(SubmissionReturned notification, CancellationToken cancellationToken) =>
        dirty.MarkAsync(notification.PeriodId, notification.UnitId, cancellationToken);

    public Task Handle(SubmissionApproved notification, CancellationToken cancellationToken) =>
        dirty.MarkAsync(notification.PeriodId, notification.UnitId, cancellationToken);
}
