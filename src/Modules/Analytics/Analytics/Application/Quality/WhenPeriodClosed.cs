using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Quality;

/// <summary>A period closed: its approved figures are looked through once, so that conspicuous ones are known before it is sealed.</summary>
internal sealed class WhenPeriodClosed(ISender sender) : IListener<PeriodClosed>
{
    /// <summary>A check that another one was quicker than, or of a period without figures, is made again by hand.</summary>
    public Task Handle(PeriodClosed notification, CancellationToken cancellationToken) =>
        sender.Send(new CheckQuality(notification.Code), cancellationToken);
}
