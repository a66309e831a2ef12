using LearningCity.BuildingBlocks.Http;
using LearningCity.Submissions.Application.Review;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Submissions.Api;

/// <summary>How a reviewing body shares out its work.</summary>
internal static class ShareEndpoints
{
    internal static void Map(IEndpointRouteBuilder reviews)
    {
        var review = SubmissionsPermissions.Review;
        reviews.MapGet("/shares", ListAsync).RequirePermission(review).Produces<SharesResource>();
        reviews.MapPost("/shares", ShareAsync).RequirePermission(review).Idempotent().Produces<MadeResource>(StatusCodes.Status201Created);
        reviews.MapPost("/shares/{shareId:guid}/end", EndAsync).RequirePermission(review).Produces(StatusCodes.Status204NoContent);
        reviews.MapPost("/delegations", DelegateAsync).RequirePermission(review).Idempotent().Produces<MadeResource>(StatusCodes.Status201Created);
        reviews.MapPost("/delegations/{delegationId:guid}/revoke", RevokeAsync).RequirePermission(review).Produces(StatusCodes.Status204NoContent);
        reviews.MapPost("/hand-over", HandOverAsync).RequirePermission(review).Produces<HandedOverResource>();
    }

    private static async Task<IResult> ListAsync(Guid? bodyId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListShares(bodyId), cancellationToken)).ToHttp(view => TypedResults.Ok(ReviewToResource.Of(view)));

    private static async Task<IResult> ShareAsync(ShareRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var made = await sender.Send(
            new ShareReviews(body.BodyId, body.OfficerId, body.GroupId, body.UnitIds ?? [], body.Name, body.SetCode, body.IndicatorCode),
            cancellationToken);
        return made.ToHttp(id => TypedResults.Created($"/api/v1/reviews/shares?bodyId={body.BodyId}", new MadeResource(id)));
    }

    private static async Task<IResult> EndAsync(Guid shareId, TextRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EndShare(shareId, body.Text), cancellationToken)).ToHttp();

    private static async Task<IResult> DelegateAsync(DelegationRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var made = await sender.Send(
            new DelegateReviews(body.BodyId, body.FromOfficerId, body.ToOfficerId, body.FromDay, body.ToDay, body.Reason), cancellationToken);
        return made.ToHttp(id => TypedResults.Created($"/api/v1/reviews/shares?bodyId={body.BodyId}", new MadeResource(id)));
    }

    private static async Task<IResult> RevokeAsync(Guid delegationId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RevokeDelegation(delegationId), cancellationToken)).ToHttp();

    private static async Task<IResult> HandOverAsync(HandOverRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new HandOverReviews(body.BodyId, body.FromOfficerId, body.ToOfficerId, body.Reason), cancellationToken))
            .ToHttp(shares => TypedResults.Ok(new HandedOverResource(shares)));
}
