using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application.Review;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>The two questions that an editor asks of the whole catalogue.</summary>
internal static class ReviewEndpoints
{
    internal static void MapCatalogReview(this IEndpointRouteBuilder api)
    {
        var review = api.MapGroup("/catalog-review").WithTags("Catalogue review");
        review.MapGet("/uncovered-criteria", UncoveredAsync).RequirePermission(CriteriaCatalogPermissions.Read)
            .Produces<Page<UncoveredCriterionListing>>();
        review.MapGet("/asked-twice", AskedTwiceAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<Page<AskedTwiceListing>>();
    }

    private static async Task<IResult> UncoveredAsync(
        DateOnly? on, string? setCode, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListUncoveredCriteria(on, setCode, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> AskedTwiceAsync(
        DateOnly? on, string? basis, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        var wanted = AskedBasis.Assigned;
        return basis is not null && !SnakeCase.TryParse(basis, out wanted)
            ? new[] { PlatformFailures.InvalidParameter.On("basis", "basis") }.ToHttp()
            : (await sender.Send(new ListAskedTwice(on, wanted, cursor, limit), cancellationToken)).ToHttp();
    }
}
