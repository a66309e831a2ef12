using LearningCity.Access.Application.Operations;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Api;

/// <summary>Jobs.</summary>
internal static class OperationsApi
{
    internal static async Task<IResult> ListJobs(ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListJobs(), cancellationToken)).ToHttp();

    internal static async Task<IResult> RunJob(string name, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RunJob(name), cancellationToken)).ToHttp();
}
