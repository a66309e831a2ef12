using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Submissions.Api;

/// <summary>The module's API but for bulk values.</summary>
internal static class SubmissionsEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var submissions = api.MapGroup("/submissions").WithTags("Submissions");
        var read = SubmissionsPermissions.Read;
        var report = SubmissionsPermissions.Report;
        var review = SubmissionsPermissions.Review;
        submissions.MapGet("", ListAsync).RequirePermission(read).Produces<Page<SubmissionItem>>();
        submissions.MapPost("/submit", SubmitManyAsync).RequirePermission(report).Produces<IReadOnlyList<ManyItemResource>>();
        submissions.MapPost("/approve", ApproveManyAsync).RequirePermission(review).Produces<IReadOnlyList<ManyItemResource>>();
        submissions.MapGet("/{id:guid}", GetAsync).RequireSignIn().Produces<SubmissionResource>();
        submissions.MapPut("/{id:guid}/cells", CellEndpoints.SaveAsync).RequirePermission(report).Produces<SavedCellsResource>();
        submissions.MapPut("/{id:guid}/narrative", NarrativeAsync).RequirePermission(report).Produces<NarrativeResource>();
        submissions.MapPut("/{id:guid}/presence", PresenceAsync).RequirePermission(report).Produces<PresenceResource>();
        submissions.MapPost("/{id:guid}/submit", SubmitAsync).RequirePermission(report).Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/withdraw", WithdrawAsync).RequirePermission(report).Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/review", StartReviewAsync).RequirePermission(review).Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/return", ReturnAsync).RequirePermission(review).Produces(StatusCodes.Status204NoContent);
        submissions.MapPost("/{id:guid}/approve", ApproveAsync).RequirePermission(review).Produces(StatusCodes.Status204NoContent);
        submissions.MapGet("/{id:guid}/revisions", RevisionsAsync).RequireSignIn().Produces<Page<RevisionResource>>();
        submissions.MapPost("/{id:guid}/evidence", EvidenceEndpoints.AttachAsync).RequirePermission(report).Idempotent()
            .Accepts<IFormFile>("multipart/form-data").Produces(StatusCodes.Status201Created);
        submissions.MapPost("/{id:guid}/evidence/links", EvidenceEndpoints.LinkAsync).RequirePermission(report).Idempotent()
            .Produces(StatusCodes.Status201Created);
        submissions.MapGet("/{id:guid}/workbook", WorkbookEndpoints.DownloadAsync).RequirePermission(report)
            .Produces(StatusCodes.Status200OK, contentType: MadeWorkbook.MediaType);
        submissions.MapPost("/{id:guid}/workbook", WorkbookEndpoints.UploadAsync).RequirePermission(report)
            .Accepts<IFormFile>("multipart/form-data").Produces<WorkbookResource>();
        submissions.MapPost("/{id:guid}/workbook/remarks", WorkbookEndpoints.RemarkAsync).RequirePermission(report)
            .Accepts<IFormFile>("multipart/form-data").Produces(StatusCodes.Status200OK, contentType: MadeWorkbook.MediaType);
        api.MapPost("/evidence/{id:guid}/uses", EvidenceEndpoints.UseAsync).WithTags("Submissions").RequirePermission(report).Idempotent()
            .Produces(StatusCodes.Status201Created);
        api.MapGet("/evidence/{id:guid}", EvidenceEndpoints.DownloadAsync).WithTags("Submissions").RequireSignIn();
        ReviewEndpoints.Map(api);
        ValuesEndpoints.Map(api);
        DifficultyEndpoints.Map(api);
    }

    /// <summary>The version that the caller saw, where they send one; acting without one takes whatever is there.</summary>
    private static Result<int?> Seen(HttpContext context)
    {
        if (context.Request.Headers.IfMatch.Count == 0) return (int?)null;
        var version = ETags.Required(context);
        return version.Succeeded ? version.Value : version.WithoutValue();
    }

    private static async Task<IResult> ListAsync(
        string? periodCode, Guid? unitId, Guid? reviewerUnitId, string? state, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken)
    {
        SubmissionState? inState = null;
        if (state is not null)
        {
            if (!SnakeCase.TryParse<SubmissionState>(state, out var parsed))
                return new[] { PlatformFailures.InvalidParameter.On("state", "state") }.ToHttp();
            inState = parsed;
        }

        var page = await sender.Send(new ListSubmissions(periodCode, unitId, reviewerUnitId, inState, cursor, limit), cancellationToken);
        return page.ToHttp(rows => TypedResults.Ok(ToResource.Of(rows)));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetSubmission(id), cancellationToken)).ToHttp(view =>
        {
            ETags.Send(context, view.Submission.Version);
            return TypedResults.Ok(ToResource.Of(view));
        });

    private static async Task<IResult> NarrativeAsync(
        Guid id, NarrativeRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var saved = await sender.Send(
            new SaveNarrative(
                id, body.Version, body.Results ?? "", body.Shortcomings ?? "", body.Causes ?? "", body.NextTasks ?? "", EntrySource.Api),
            cancellationToken);
        return saved.ToHttp(version => TypedResults.Ok(new NarrativeResource(
            version, body.Results ?? "", body.Shortcomings ?? "", body.Causes ?? "", body.NextTasks ?? "")));
    }

    private static async Task<IResult> PresenceAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new SayPresent(id), cancellationToken)).ToHttp(others => TypedResults.Ok(new PresenceResource(others)));

    private static async Task<IResult> SubmitAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = Seen(context);
        return seen.Succeeded
            ? (await sender.Send(new SubmitSubmission(id, seen.Value, EntrySource.Api), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = Seen(context);
        return seen.Succeeded
            ? (await sender.Send(new WithdrawSubmission(id, seen.Value, EntrySource.Api), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> StartReviewAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new StartReview(id), cancellationToken)).ToHttp();

    private static async Task<IResult> ReturnAsync(
        Guid id, ReturnRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = Seen(context);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        var cells = new List<ReturnedCell>();
        foreach (var cell in (body.Cells ?? []).OfType<ReturnCellRequest>())
        {
            var kind = ReturnReason.Other;
            if (cell.ReasonKind is not null && !SnakeCase.TryParse(cell.ReasonKind, out kind))
                return new[] { PlatformFailures.InvalidParameter.On($"cells[{cells.Count}].reasonKind", "reasonKind") }.ToHttp();
            cells.Add(new ReturnedCell(cell.IndicatorId, cell.Disaggregation ?? "", cell.Reason ?? "", kind));
        }

        return (await sender.Send(new ReturnCells(id, seen.Value, cells, EntrySource.Api, body.AnswerBy), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> ApproveAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new ApproveSubmission(id, seen.Value, EntrySource.Api), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> SubmitManyAsync(
        ManyRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new SubmitMany(Refs(body), EntrySource.Api), cancellationToken))
            .ToHttp(outcomes => TypedResults.Ok(ToResource.Of(outcomes, RequestLanguage.Of(context))));

    private static async Task<IResult> ApproveManyAsync(
        ManyRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ApproveMany(Refs(body), EntrySource.Api), cancellationToken))
            .ToHttp(outcomes => TypedResults.Ok(ToResource.Of(outcomes, RequestLanguage.Of(context))));

    private static List<SubmissionRef> Refs(ManyRequest body) =>
        [.. (body.Submissions ?? []).OfType<ManyItemRequest>().Select(item => new SubmissionRef(item.Id, item.Version))];

    private static async Task<IResult> RevisionsAsync(
        Guid id, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListRevisions(id, cursor, limit), cancellationToken)).ToHttp(
            page => TypedResults.Ok(new Page<RevisionResource>([.. page.Items.Select(ToResource.Of)], page.NextCursor)));
}
