using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>A submission behind a figure.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="State">Where it stands, or stood when the edition was sealed.</param>
/// <param name="FirstSubmittedAt">When it was first handed in.</param>
/// <param name="SheetVersion">The version of the sheet that counts; null where none does.</param>
/// <param name="Value">What that sheet says of the figure; null where it says nothing.</param>
/// <param name="HandedInAt">When that version was handed in.</param>
/// <param name="HandedInBy">By whom; null where the name was erased.</param>
/// <param name="ApprovedAt">When it was approved.</param>
/// <param name="ApprovedBy">By whom.</param>
/// <param name="Steps">What was done to the cell, oldest first.</param>
/// <param name="Evidence">The files that support it.</param>
internal sealed record TracedSubmission(
    Guid SubmissionId, Guid UnitId, SubmissionState State, DateTimeOffset? FirstSubmittedAt, int? SheetVersion, CellValue? Value,
    DateTimeOffset? HandedInAt, string? HandedInBy, DateTimeOffset? ApprovedAt, string? ApprovedBy, IReadOnlyList<TracedStep> Steps,
    IReadOnlyList<CellEvidence> Evidence);

/// <summary>A link by which values of other sets answer a figure.</summary>
/// <param name="LinkId">Its key in the catalogue.</param>
/// <param name="Kind">How the sources answer.</param>
/// <param name="Formula">Of a formula; null otherwise.</param>
/// <param name="Sources">What is reported.</param>
internal sealed record TracedLink(Guid LinkId, CrosswalkKind Kind, string? Formula, IReadOnlyList<TracedSource> Sources);

/// <summary>A source of a link.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Key">Its set and code.</param>
/// <param name="Name">What it measures.</param>
/// <param name="Submissions">What the unit handed in for it.</param>
internal sealed record TracedSource(Guid IndicatorId, string Key, LocalText Name, IReadOnlyList<TracedSubmission> Submissions);

/// <summary>A step in the history of a cell.</summary>
/// <param name="Number">Number of the revision.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom; null for the system, and where the name was erased.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">What the cell said before; null where the step did not change it.</param>
/// <param name="After">What it said after.</param>
internal sealed record TracedStep(
    int Number, CellStepKind Kind, DateTimeOffset At, string? By, string? Reason, CellValue? Before, CellValue? After);

/// <summary>Follows a figure into the submissions of the unit itself: of an edition, as far as it was known then.</summary>
internal sealed class TracedSubmissions(EditionReader people, ISender sender)
{
    /// <summary>The links that answer a figure, with what the unit itself handed in for their sources.</summary>
    internal async Task<IReadOnlyList<TracedLink>> LinksAsync(PeriodFrame frame, TracedFigure named, CancellationToken cancellationToken)
    {
        var indicator = frame.Rollup.IndicatorOf(named.IndicatorId);
        var links = new List<TracedLink>();
        foreach (var link in named.Disaggregation.Length > 0 ? [] : frame.Supplements.Links.Where(link => link.Target == indicator))
        {
            var sources = new List<TracedSource>();
            foreach (var source in link.Sources)
            {
                var from = frame.Indicators[source.Indicator];
                sources.Add(new(from.Id, source.Key, from.Name, await ReadAsync(frame, OfSource(named, from.Id), cancellationToken)));
            }

            links.Add(new(link.Id, link.Kind, link.Formula?.Text, sources));
        }

        return links;
    }

    private static TracedFigure OfSource(TracedFigure target, Guid indicatorId) => TracedFigure.Of(
        target.EditionId, target.PeriodId, target.UnitId, indicatorId, target.Disaggregation, target.Relation, target.TreeDate);

    /// <summary>The submissions of the unit that a code names which owe its indicator.</summary>
    internal async Task<IReadOnlyList<TracedSubmission>> ReadAsync(PeriodFrame frame, TracedFigure named, CancellationToken cancellationToken)
    {
        var states = frame.Edition is { } edition
            ? [.. edition.StatesOf([named.UnitId])]
            : await sender.Send(new GetSubmissionStates(named.PeriodId, [named.UnitId]), cancellationToken);
        var sheets = (await SheetsAsync(frame, named.UnitId, cancellationToken)).ToDictionary(sheet => sheet.SubmissionId);
        var found = new List<TracedSubmission>();
        foreach (var status in states.Where(status => frame.IndicatorsOf(status.VersionId).Has(frame.Rollup.IndicatorOf(named.IndicatorId))))
            found.Add(await TraceAsync(status, sheets.GetValueOrDefault(status.SubmissionId), named, cancellationToken));
        return found;
    }

    private async Task<TracedSubmission> TraceAsync(
        SubmissionStatus status, Sheet? sheet, TracedFigure named, CancellationToken cancellationToken)
    {
        var trace = sheet is null ? null : await sender.Send(
            new GetCellTrace(new(sheet.SubmissionId, sheet.SheetVersion), named.IndicatorId, named.Disaggregation), cancellationToken);
        if (sheet is null || trace is null)
            return new(status.SubmissionId, status.UnitId, status.State, status.FirstSubmittedAt, null, null, null, null, null, null, [], []);
        var names = await people.NamesAsync(
            [trace.Origin.RecordedBy, trace.Origin.ApprovedBy ?? Guid.Empty, .. trace.Steps.Select(step => step.By)], cancellationToken);
        var cell = sheet.Cells.FirstOrDefault(one => one.IndicatorId == named.IndicatorId && one.Disaggregation == named.Disaggregation);
        return new(
            status.SubmissionId, status.UnitId, status.State, status.FirstSubmittedAt, sheet.SheetVersion, cell is null ? null : CellValue.Of(cell),
            trace.Origin.RecordedAt, names.GetValueOrDefault(trace.Origin.RecordedBy), trace.Origin.ApprovedAt,
            trace.Origin.ApprovedBy is { } approver ? names.GetValueOrDefault(approver) : null,
            [
                .. trace.Steps.Select(step => new TracedStep(
                    step.Number, step.Kind, step.At, names.GetValueOrDefault(step.By), step.Reason,
                    step.Before is null ? null : CellValue.Of(step.Before), step.After is null ? null : CellValue.Of(step.After))),
            ],
            trace.Evidence);
    }

    private async Task<IReadOnlyList<Sheet>> SheetsAsync(PeriodFrame frame, Guid unitId, CancellationToken cancellationToken)
    {
        if (frame.Edition is not { } edition) return await sender.Send(new GetApprovedSheets(frame.PeriodId, [unitId]), cancellationToken);
        var sheets = new List<Sheet>();
        await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets(edition.PinsOf([unitId])), cancellationToken))
            sheets.Add(sheet.Unpack(frame.PeriodId));
        return sheets;
    }
}
