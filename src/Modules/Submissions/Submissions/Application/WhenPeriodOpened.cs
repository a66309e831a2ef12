using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Submissions.Application;

/// <summary>A period opened: every obligation gets its submission.</summary>
internal sealed class WhenPeriodOpened(OpenSubmissions open) : IListener<PeriodOpened>
{
    public Task Handle(PeriodOpened notification, CancellationToken cancellationToken) =>
        open.RunAsync(notification.PeriodId, cancellationToken);
}
