using LearningCity.Access.Application.Clients;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Api;

/// <summary>API clients.</summary>
internal static class ClientsApi
{
    internal static async Task<IResult> List(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListApiClients(cursor, limit), cancellationToken)).ToHttp();

    internal static async Task<IResult> Create(CreateApiClient body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await sender.Send(body, cancellationToken)).ToHttp(client => TypedResults.Created($"/api/v1/api-clients/{client.Id}", client));
    }

    internal static async Task<IResult> Revoke(Guid clientId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RevokeApiClient(clientId), cancellationToken)).ToHttp();
}
