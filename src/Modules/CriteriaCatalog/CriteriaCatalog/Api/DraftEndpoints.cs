using System.Text;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Domain.Editing;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>The life of a draft over the API: started, edited, compared, discarded.</summary>
internal static class DraftEndpoints
{
    internal static void MapDrafts(this IEndpointRouteBuilder sets)
    {
        var edit = CriteriaCatalogPermissions.Edit;
        sets.MapPost("/", StartSet).RequirePermission(edit).Idempotent().Produces<DraftResource>(StatusCodes.Status201Created);
        sets.MapPost("/{code}/versions", StartDraft).RequirePermission(edit).Idempotent().Produces<DraftResource>(StatusCodes.Status201Created);
        sets.MapPost("/{code}/versions/{number:int}/edits", Edit).RequirePermission(edit).Idempotent().Produces<EditedResource>();
        sets.MapDelete("/{code}/versions/{number:int}", Discard).RequirePermission(edit).Produces(StatusCodes.Status204NoContent);
        sets.MapGet("/{code}/versions/{number:int}/diff", Compare).RequirePermission(CriteriaCatalogPermissions.Read).Produces<DiffResource>();
    }

    private static async Task<IResult> StartSet(HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var body = await PackBody.ReadAsync(http.Request, cancellationToken);
        if (!body.Succeeded) return body.Failures.ToHttp();
        var fields = Fragments.Read(Encoding.UTF8.GetString(body.Value), "$");
        if (!fields.Succeeded) return fields.Failures.ToHttp();
        return Started(await sender.Send(new StartSet(fields.Value), cancellationToken), http);
    }

    private static async Task<IResult> StartDraft(
        string code, [FromBody] StartDraftRequest body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Started(await sender.Send(new StartDraft(code, body.CopyOf, body.ValidFrom), cancellationToken), http);

    private static IResult Started(Result<DraftKey> started, HttpContext http) => started.ToHttp(draft =>
    {
        ETags.Send(http, draft.Version);
        return TypedResults.Created(
            $"/api/v1/criteria-sets/{draft.SetCode}/versions/{draft.Number}", new DraftResource(draft.SetCode, draft.Number));
    });

    private static async Task<IResult> Edit(
        string code, int number, [FromBody] EditsRequest body, HttpContext http, ISender sender, CancellationToken cancellationToken,
        bool dryRun = false)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        var edits = EditRequests.Read(body);
        if (!edits.Succeeded) return edits.Failures.ToHttp();
        var edited = await sender.Send(new EditDraft(code, number, seen.Value, edits.Value, dryRun), cancellationToken);
        return edited.ToHttp(draft =>
        {
            ETags.Send(http, draft.Version);
            var language = RequestLanguage.Of(http);
            return TypedResults.Ok(new EditedResource(
                dryRun, draft.Problems.Count == 0,
                [.. draft.Problems.Select(problem => new ImportProblem(problem.Code, problem.Field, problem.Message(language)))]));
        });
    }

    private static async Task<IResult> Discard(
        string code, int number, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        return (await sender.Send(new DiscardDraft(code, number, seen.Value), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> Compare(
        string code, int number, int? against, ISender sender, CancellationToken cancellationToken)
    {
        var compared = await sender.Send(new CompareVersions(code, number, against), cancellationToken);
        return compared.ToHttp(comparison => TypedResults.Ok(new DiffResource(
            comparison.After.SetCode, comparison.After.Number, comparison.Before.Number, comparison.Diff.Count(ChangeKind.Added),
            comparison.Diff.Count(ChangeKind.Changed), comparison.Diff.Count(ChangeKind.Removed), comparison.Diff.Count(ChangeKind.Moved),
            [.. comparison.Diff.Items.Select(item => Describe(item, comparison.Effects.Of(item)))])));
    }

    private static ItemChangeResource Describe(ItemChange item, ChangeEffect effect) => new(
        item.Kind, item.Change, item.Moved, item.Code, item.OldCode, item.Name, item.OldParent, item.NewParent,
        [.. item.Fields.Select(field => new FieldChangeResource(field.Path, FieldLabels.Of(field.Path), field.Old, field.New))],
        new(effect.Indicators, effect.Units, effect.UnitTypes, effect.Targets, effect.Formulas));
}
