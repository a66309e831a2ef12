using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Api;

/// <summary>Saving cells over the API.</summary>
internal static class CellEndpoints
{
    /// <summary>
    /// Saves cells. Each stands for itself: where one is refused the answer is a problem that names it, and its extension <c>cells</c>
    /// says of each cell what became of it, for a stale one both versions.
    /// </summary>
    internal static async Task<IResult> SaveAsync(
        Guid id, SaveCellsRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var view = await sender.Send(new GetSubmissionForm(id), cancellationToken);
        if (!view.Succeeded) return view.Failures.ToHttp();
        var form = view.Value;
        var cells = new List<CellSave>();
        var refusals = new List<Failure>();
        foreach (var (cell, index) in (body.Cells ?? []).Select((cell, index) => (cell, index)))
        {
            var place = cell?.IndicatorId is { } key ? form.Layout.PlaceOf(key) : form.PlaceOf(cell?.IndicatorCode ?? "");
            if (cell is null || place < 0)
                refusals.Add(CellFailures.UnknownIndicator.On($"cells[{index}]", cell?.IndicatorCode ?? cell?.IndicatorId?.ToString() ?? ""));
            else if (!TryRead(cell, out var entry))
                refusals.Add(CellFailures.NumberExpected.On($"cells[{index}].value", form.At(place).Name));
            else
                cells.Add(new CellSave(form.At(place).Id, cell.Disaggregation ?? "", cell.Version, entry)
                {
                    Way = cell.Way,
                    Survey = cell.Survey?.Read(),
                    ExpertReview = cell.ExpertReview?.Read(),
                });
        }

        if (refusals.Count > 0) return refusals.ToHttp();
        var saved = await sender.Send(new SaveCells(id, cells, EntrySource.Api, body.Reason), cancellationToken);
        return saved.ToHttp(answer => Answer(answer, form, context));
    }

    private static IResult Answer(SavedCells answer, Form form, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        ETags.Send(context, answer.Version);
        var resource = new SavedCellsResource(
            answer.Version, answer.State, [.. answer.Cells.Select(cell => Cell(cell, form, language))]);
        var refused = answer.Cells.Select((cell, index) => (cell.Refusal, index)).Where(cell => cell.Refusal is not null)
            .Select(cell => cell.Refusal! with { Field = $"cells[{cell.index}].{cell.Refusal.Field ?? "value"}" }).ToList();
        if (refused.Count == 0) return TypedResults.Ok(resource);
        var problem = Problems.Describe(refused, language);
        problem.Instance = context.Request.Path;
        problem.Extensions["version"] = resource.Version;
        problem.Extensions["state"] = resource.State;
        problem.Extensions["cells"] = resource.Cells;
        return TypedResults.Json(problem, Json.Options, "application/problem+json", problem.Status);
    }

    private static SavedCellResource Cell(SavedCell cell, Form form, Language language)
    {
        var indicator = form.At(form.Layout.PlaceOf(cell.IndicatorId));
        return new SavedCellResource(
            cell.Refusal is null, cell.Refusal is null ? null : ToResource.Of(cell.Refusal, language),
            ToResource.Of(indicator, cell.Current) with { Consolidation = ConsolidationResource.Of(cell.Consolidated, cell.Current) }, cell.Sent is { } sent ? ToResource.Of(indicator, sent) : null, cell.ChangedBy,
            [.. cell.Questions.Select(question => ToResource.Of(question, language))], cell.Change);
    }

    /// <summary>Half of a pair of code units passes for JSON and is no text: only reading it tells.</summary>
    private static bool TryReadText(JsonElement value, out string? text)
    {
        text = null;
        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryRead(CellRequest cell, out RawEntry entry)
    {
        decimal? number = null;
        string? text = null;
        entry = default;
        switch (cell.Value?.ValueKind ?? JsonValueKind.Null)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                if (!TryReadText(cell.Value!.Value, out text)) return false;
                break;
            case JsonValueKind.True or JsonValueKind.False:
                number = cell.Value!.Value.GetBoolean() ? 1 : 0;
                break;
            case JsonValueKind.Number when cell.Value!.Value.TryGetDecimal(out var parsed):
                number = parsed;
                break;
            default:
                return false;
        }

        entry = new RawEntry(cell.State, number, text, cell.Numerator, cell.Denominator, cell.Comment);
        return true;
    }
}
