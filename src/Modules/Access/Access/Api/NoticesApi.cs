using LearningCity.Access.Application.Notices;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Api;

/// <summary>What the caller was told.</summary>
internal static class NoticesApi
{
    internal static async Task<IResult> List(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListNotices(cursor, limit), cancellationToken)).ToHttp();

    internal static async Task<IResult> Read(Guid noticeId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadNotices(noticeId), cancellationToken)).ToHttp();
}
