using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Submissions.Api;

/// <summary>What reviewers read and ask, what units answer, and what heads release.</summary>
internal static class ReviewEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var review = SubmissionsPermissions.Review;
        var reviews = api.MapGroup("/reviews").WithTags("Reviews");
        reviews.MapGet("", InboxAsync).RequirePermission(review).Produces<Page<InboxItem>>();
        reviews.MapGet("/indicators", IndicatorsAsync).RequirePermission(review).Produces<IndicatorReviewsResource>();
        reviews.MapGet("/indicators/{code}", IndicatorAsync).RequirePermission(review).Produces<IndicatorReviewResource>();
        ShareEndpoints.Map(reviews);

        var submissions = api.MapGroup("/submissions").WithTags("Reviews");
        submissions.MapGet("/{id:guid}/review", ReviewAsync).RequirePermission(review).Produces<ReviewResource>();
        submissions.MapGet("/{id:guid}/threads", ThreadsAsync).RequireSignIn().Produces<IReadOnlyList<ThreadResource>>();
        submissions.MapPost("/{id:guid}/returns/{returnId:guid}/answer", AnswerReturnAsync).RequirePermission(SubmissionsPermissions.Report)
            .Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/questions", AskAsync).RequirePermission(review).Idempotent()
            .Produces<MadeResource>(StatusCodes.Status201Created);
        submissions.MapPost("/{id:guid}/questions/{questionId:guid}/answer", AnswerQuestionAsync).RequirePermission(review)
            .Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/give-back", GiveBackAsync).RequirePermission(SubmissionsPermissions.Release)
            .Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/self-review", LetReviewAsync).RequirePermission(SubmissionsPermissions.Release)
            .Produces(StatusCodes.Status204NoContent);
        api.MapGet("/release-rules", RulesAsync).WithTags("Reviews").RequirePermission(SubmissionsPermissions.Read).Produces<ReleaseRulesResource>();
        api.MapPut("/release-rules", SetRulesAsync).WithTags("Reviews").RequirePermission(SubmissionsPermissions.Manage)
            .Produces<ReleaseRulesResource>();
    }

    private static async Task<IResult> InboxAsync(
        string? filter, string? owner, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        var (part, whose) = (InboxFilter.All, InboxOwner.Anybody);
        if (filter is not null && !SnakeCase.TryParse(filter, out part)) return Invalid("filter");
        if (owner is not null && !SnakeCase.TryParse(owner, out whose)) return Invalid("owner");
        var page = await sender.Send(new ListReviewsFrom(part, whose, cursor, limit), cancellationToken);
        return page.ToHttp(rows => TypedResults.Ok(new Page<InboxItem>([.. rows.Items.Select(ReviewToResource.Of)], rows.NextCursor)));
    }

    private static async Task<IResult> IndicatorsAsync(string? periodCode, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListIndicatorReviews(periodCode), cancellationToken)).ToHttp(answer => TypedResults.Ok(ReviewToResource.Of(answer)));

    private static async Task<IResult> IndicatorAsync(
        string code, string? periodCode, string? setCode, int? page, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetIndicatorReview(periodCode, setCode, code), cancellationToken))
            .ToHttp(answer => TypedResults.Ok(ReviewToResource.Of(answer, page)));

    private static async Task<IResult> ReviewAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetReview(id), cancellationToken)).ToHttp(view =>
        {
            ETags.Send(context, view.View.Submission.Version);
            return TypedResults.Ok(ReviewToResource.Of(view));
        });

    private static async Task<IResult> ThreadsAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetThreads(id), cancellationToken)).ToHttp(view =>
            TypedResults.Ok<IReadOnlyList<ThreadResource>>([.. view.Cells.Select(cell => ReviewToResource.Of(cell.Cell.Indicator, cell.Turns))]));

    private static async Task<IResult> AnswerReturnAsync(
        Guid id, Guid returnId, TextRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new AnswerReturn(id, returnId, body.Text, EntrySource.Api), cancellationToken)).ToHttp();

    private static async Task<IResult> AskAsync(Guid id, AskRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new AskAboutCell(id, body.IndicatorId, body.Disaggregation ?? "", body.Text), cancellationToken))
            .ToHttp(questionId => TypedResults.Created($"/api/v1/submissions/{id}/threads", new MadeResource(questionId)));

    private static async Task<IResult> AnswerQuestionAsync(
        Guid id, Guid questionId, TextRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new AnswerQuestion(id, questionId, body.Text), cancellationToken)).ToHttp();

    private static async Task<IResult> GiveBackAsync(Guid id, TextRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GiveBack(id, body.Text, EntrySource.Api), cancellationToken)).ToHttp();

    private static async Task<IResult> LetReviewAsync(Guid id, LetReviewRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new LetAuthorReview(id, body.OfficerId, body.Reason, EntrySource.Api), cancellationToken)).ToHttp();

    private static async Task<IResult> RulesAsync(HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetReleaseRules(), cancellationToken)).ToHttp(rules =>
        {
            ETags.Send(context, rules.Version);
            return TypedResults.Ok(new ReleaseRulesResource([.. rules.UnitTypes.Order(StringComparer.Ordinal)]));
        });

    private static async Task<IResult> SetRulesAsync(
        ReleaseRulesResource body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        var types = body.UnitTypes ?? [];
        return (await sender.Send(new SetReleaseRules(types, seen.Value), cancellationToken)).ToHttp(version =>
        {
            ETags.Send(context, version);
            return TypedResults.Ok(new ReleaseRulesResource(types));
        });
    }

    private static IResult Invalid(string parameter) => new[] { PlatformFailures.InvalidParameter.On(parameter, parameter) }.ToHttp();
}
