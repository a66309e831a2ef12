using LearningCity.BuildingBlocks.Contracts;
using MediatR;

namespace LearningCity.BuildingBlocks.Jobs;

/// <summary>
/// A clock that sends a command. The scheduler may fire it late, twice or on two hosts: what must happen once is claimed by the
/// command under a unique key in the database.
/// </summary>
/// <param name="Name"><c>module.action</c>.</param>
/// <param name="Cron">Quartz cron expression, in the city's time zone.</param>
/// <param name="Label">What it does, for the administration page.</param>
/// <param name="CreateCommand">Makes the command to send.</param>
public sealed record ScheduledJob(string Name, string Cron, LocalText Label, Func<IBaseRequest> CreateCommand);
