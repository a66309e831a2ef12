using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Api;

/// <summary>The Excel round trip over the API.</summary>
internal static class WorkbookEndpoints
{
    /// <summary>Sends the workbook, in the language asked for by name (a page asks in its own) or by header.</summary>
    internal static async Task<IResult> DownloadAsync(
        Guid id, string? language, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        if (!TryRead(language, context, out var wanted)) return new[] { PlatformFailures.InvalidParameter.On("language", "language") }.ToHttp();
        return (await sender.Send(new GetWorkbook(id, wanted), cancellationToken)).ToHttp(
            file => TypedResults.File(file.Content, MadeWorkbook.MediaType, file.FileName));
    }

    /// <summary>Says what a filled-in workbook changes; with <c>apply</c> the cells that can be taken are saved, all of them or none.</summary>
    internal static async Task<IResult> UploadAsync(
        Guid id, bool? apply, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var file = await FileAsync(context, cancellationToken);
        if (!file.Succeeded) return file.Failures.ToHttp();
        await using var content = file.Value;
        var previewed = await sender.Send(new PreviewWorkbook(id, content), cancellationToken);
        if (!previewed.Succeeded) return previewed.Failures.ToHttp();
        var preview = previewed.Value;
        IReadOnlyList<SavedCell> saved = [];
        if (apply == true && preview.Changes.Count > 0)
        {
            var applied = await sender.Send(new SaveCells(id, preview.Changes, EntrySource.Workbook), cancellationToken);
            if (!applied.Succeeded) return applied.Failures.ToHttp();
            saved = applied.Value.Cells;
            ETags.Send(context, applied.Value.Version);
        }

        return TypedResults.Ok(Of(preview, saved, RequestLanguage.Of(context)));
    }

    /// <summary>Sends the file back with a column that says what is to be put right.</summary>
    internal static async Task<IResult> RemarkAsync(
        Guid id, string? language, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        if (!TryRead(language, context, out var wanted)) return new[] { PlatformFailures.InvalidParameter.On("language", "language") }.ToHttp();
        var file = await FileAsync(context, cancellationToken);
        if (!file.Succeeded) return file.Failures.ToHttp();
        await using var content = file.Value;
        return (await sender.Send(new RemarkWorkbook(id, content, wanted), cancellationToken)).ToHttp(
            made => TypedResults.File(made.Content, MadeWorkbook.MediaType, made.FileName));
    }

    private static bool TryRead(string? language, HttpContext context, out Language wanted)
    {
        wanted = language is null ? RequestLanguage.Of(context) : language == "en" ? Language.En : Language.Vi;
        return language is null or "vi" or "en";
    }

    private static async Task<Result<Stream>> FileAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType) return PlatformFailures.UnsupportedMediaType;
        try
        {
            var form = await context.Request.ReadFormAsync(cancellationToken);
            if (form.Files.Count != 1) return WorkbookFailures.Missing.On("file");
            return form.Files[0].OpenReadStream();
        }
        catch (InvalidDataException)
        {
            // What the form reader says of a body that is too large or is no form.
            return SpreadsheetFailures.TooLarge.On("file", SpreadsheetLimits.Default.FileBytes >> 20);
        }
    }

    private static WorkbookResource Of(WorkbookPreview preview, IReadOnlyList<SavedCell> saved, Language language)
    {
        var refused = saved.Where(cell => cell.Refusal is not null).ToDictionary(cell => cell.IndicatorId, cell => cell.Refusal!);
        return new WorkbookResource(
            saved.Count - refused.Count, preview.Count(WorkbookOutcome.Change), preview.Count(WorkbookOutcome.Unchanged),
            preview.Count(WorkbookOutcome.Problem), preview.MissingRows,
            [.. preview.Lines.Select(line => Of(line, refused.GetValueOrDefault(line.Cell.Indicator.Id) ?? line.Failure, language))]);
    }

    private static WorkbookLineResource Of(WorkbookLine line, Failure? failure, Language language) => new(
        line.Where, line.Cell.Indicator.Code, line.Outcome, ToResource.Of(line.Cell.Indicator, line.Cell.Now),
        line.InFile is { } inFile ? ToResource.Of(line.Cell.Indicator, inFile) : null, line.WasText,
        failure is null ? null : ToResource.Of(failure, language));
}

/// <summary>What a workbook changes.</summary>
/// <param name="Applied">Cells written; 0 for a preview.</param>
/// <param name="Changes">Cells that the file changes and that can be taken.</param>
/// <param name="Unchanged">Cells that stay as they are.</param>
/// <param name="Problems">Cells that cannot be taken.</param>
/// <param name="MissingRows">Indicators that the file does not have; they stay as they are.</param>
/// <param name="Cells">Each row of the file, problems first.</param>
internal sealed record WorkbookResource(
    int Applied, int Changes, int Unchanged, int Problems, int MissingRows, IReadOnlyList<WorkbookLineResource> Cells);

/// <summary>One row of a workbook.</summary>
/// <param name="Where">Sheet and cell, such as <c>Biểu 1!E14</c>.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="InSystem">What the system says.</param>
/// <param name="InFile">What the file says; null where it cannot be read.</param>
/// <param name="WasText">Whether a number was kept as text and read by the rules of the workbook's language.</param>
/// <param name="Problem">Why it is not taken.</param>
internal sealed record WorkbookLineResource(
    string Where, string IndicatorCode, WorkbookOutcome Outcome, CellResource InSystem, CellResource? InFile, bool WasText,
    ProblemError? Problem);
