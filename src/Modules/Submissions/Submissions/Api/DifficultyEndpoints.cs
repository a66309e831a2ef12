using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Domain.Difficulties;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Submissions.Api;

/// <summary>Difficulties, proposals and themes over the API.</summary>
internal static class DifficultyEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var (read, report, answer) = (SubmissionsPermissions.Read, SubmissionsPermissions.Report, SubmissionsPermissions.Answer);
        var difficulties = api.MapGroup("/difficulties").WithTags("Difficulties");
        difficulties.MapGet("", ListAsync).RequirePermission(read).Produces<Page<DifficultyItem>>();
        difficulties.MapPost("", RaiseAsync).RequirePermission(report).Idempotent().Produces<DifficultyItem>(StatusCodes.Status201Created);
        difficulties.MapGet("/{id:guid}", GetAsync).RequirePermission(read).Produces<DifficultyResource>();
        difficulties.MapPost("/{id:guid}/steps", StepAsync).RequirePermission(read).Produces(StatusCodes.Status204NoContent);
        var themes = api.MapGroup("/difficulty-themes").WithTags("Difficulties");
        themes.MapGet("", ThemesAsync).RequirePermission(read).Produces<Page<ThemeItem>>();
        themes.MapPost("", OpenThemeAsync).RequirePermission(answer).Idempotent().Produces<ThemeItem>(StatusCodes.Status201Created);
        themes.MapGet("/{id:guid}", ThemeAsync).RequirePermission(read).Produces<ThemeItem>();
        themes.MapPost("/{id:guid}/members", GroupAsync).RequirePermission(answer).Produces(StatusCodes.Status204NoContent);
        themes.MapPost("/{id:guid}/steps", ThemeStepAsync).RequirePermission(answer).Produces<ThemeStepResource>();
    }

    private static async Task<IResult> ListAsync(
        string? kind, string? state, bool? open, Guid? unitId, Guid? holderUnitId, Guid? themeId, Guid? meetingId, Guid? submissionId,
        int? olderThanDays, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        if (!TryRead<DifficultyKind>(kind, out var ofKind)) return new[] { PlatformFailures.InvalidParameter.On("kind", "kind") }.ToHttp();
        if (!TryRead<DifficultyState>(state, out var inState)) return new[] { PlatformFailures.InvalidParameter.On("state", "state") }.ToHttp();
        var filter = new DifficultyFilter
        {
            Kind = ofKind,
            State = inState,
            Open = open,
            UnitId = unitId,
            HolderUnitId = holderUnitId,
            ThemeId = themeId,
            MeetingId = meetingId,
            SubmissionId = submissionId,
            OlderThanDays = olderThanDays,
        };
        return (await sender.Send(new ListDifficulties(filter, cursor, limit), cancellationToken)).ToHttp();
    }

    private static bool TryRead<T>(string? text, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (text is null) return true;
        if (!SnakeCase.TryParse<T>(text, out var parsed)) return false;
        value = parsed;
        return true;
    }

    private static async Task<IResult> RaiseAsync(DifficultyRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var raised = await sender.Send(
            new RaiseDifficulty(
                body.UnitId, body.SubmissionId, body.Kind, body.Text, body.SetCode, body.SubjectCode, body.AddresseeUnitId),
            cancellationToken);
        if (!raised.Succeeded) return raised.Failures.ToHttp();
        var view = await sender.Send(new GetDifficulty(raised.Value), cancellationToken);
        return view.ToHttp(found => TypedResults.Created($"/api/v1/difficulties/{raised.Value}", found.Item));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetDifficulty(id), cancellationToken)).ToHttp(view =>
        {
            ETags.Send(context, view.Item.Version);
            return TypedResults.Ok(new DifficultyResource(view.Item, view.Theme, view.Steps, view.Tasks, view.Acts));
        });

    private static async Task<IResult> StepAsync(
        Guid id, DifficultyStepRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(
                new TakeDifficultyStep(id, seen.Value, body.Act, body.Text, body.ToUnitId, body.MeetingId), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> ThemesAsync(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListThemes(cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> OpenThemeAsync(ThemeRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var opened = await sender.Send(new OpenTheme(body.UnitId, body.Name), cancellationToken);
        if (!opened.Succeeded) return opened.Failures.ToHttp();
        return (await sender.Send(new GetTheme(opened.Value), cancellationToken))
            .ToHttp(theme => TypedResults.Created($"/api/v1/difficulty-themes/{theme.Id}", theme));
    }

    private static async Task<IResult> ThemeAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetTheme(id), cancellationToken)).ToHttp(theme =>
        {
            ETags.Send(context, theme.Version);
            return TypedResults.Ok(theme);
        });

    private static async Task<IResult> GroupAsync(
        Guid id, ThemeMembersRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GroupDifficulties(id, body.DifficultyIds ?? []), cancellationToken)).ToHttp();

    private static async Task<IResult> ThemeStepAsync(
        Guid id, ThemeStepRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new TakeThemeStep(id, seen.Value, body.Act, body.Text, body.MeetingId), cancellationToken))
                .ToHttp(done => TypedResults.Ok(new ThemeStepResource(done)))
            : seen.Failures.ToHttp();
    }
}
