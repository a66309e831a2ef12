using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Import;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Api;

/// <summary>How the module's answers look to API callers.</summary>
internal static class ToResource
{
    internal static Page<SubmissionItem> Of(Page<SubmissionRow> page) => new([.. page.Items.Select(Of)], page.NextCursor);

    internal static SubmissionResource Of(SubmissionView view)
    {
        var submission = view.Submission;
        return new SubmissionResource(
            submission.Id, view.Code, submission.Version, submission.State, submission.IsLate, submission.UnitId, view.Unit.Code,
            view.Unit.Name, view.Period.Code, submission.SetCode, view.Form.Set.Version, submission.ReviewerUnitId, view.Reviewer.Name,
            view.DueOn, submission.FirstSubmittedAt, submission.SubmittedAt, submission.ReviewStartedAt, submission.SheetVersion,
            submission.ApprovedSheetVersion, [.. view.Cells.Select(Of)], Of(view.Narrative),
            [.. view.Evidence.Select(piece => Of(piece, view.Form))])
        {
            MissingReports = view.Consolidated.Missing.Count == 0
                ? null
                : [.. view.Consolidated.Missing.Select(report => new MissingReportResource(report.UnitId, report.Unit.Code, report.Unit.Name, report.SubmissionId, report.State))],
        };
    }

    internal static CellResource Of(Indicator indicator, in PackedCell cell, CellReturn? open = null) => new(
        indicator.Id, indicator.Code, cell.Disaggregation, cell.State, ValueOf(indicator, cell), cell.Numerator, cell.Denominator,
        cell.Comment, cell.Track.Version, cell.Track.Version == 0 ? null : cell.Track.At,
        cell.Track.Version == 0 ? null : cell.Track.By, cell.State == CellState.NotReported ? cell.Text : null,
        open is null ? null : new ReturnResource(open.Reason, open.ReturnedAt, open.AnswerBy));

    internal static RevisionResource Of(RevisionView view) => new(
        view.Number, SnakeCase.Of(view.Kind), view.At, view.ById, view.By, SnakeCase.Of(view.Source), view.Reason,
        [.. view.Cells.Select(cell => new RevisionCellResource(Of(cell.Indicator, cell.Before), Of(cell.Indicator, cell.After)))]);

    internal static ValueResource Of(ValueRow row, string periodCode) => new(
        periodCode, row.UnitId, row.Unit.Code, row.SetCode, row.SubmissionState, Of(row.Indicator, row.Cell));

    internal static IReadOnlyList<ManyItemResource> Of(IReadOnlyList<ItemOutcome> outcomes, Language language) =>
        [.. outcomes.Select(outcome => new ManyItemResource(
            outcome.Id, outcome.Done, [.. outcome.Failures.Select(failure => Of(failure, language))]))];

    internal static ProblemError Of(Failure failure, Language language) => new(failure.Code, failure.Field, failure.Message(language));

    internal static ImportResource Of(ImportReport report, bool dryRun, bool atomic, Language language) => new(
        dryRun, atomic, report.Written, report.Rows, report.Units, report.Changed, report.Unchanged, report.Rejected, report.Submitted,
        report.CountByCode,
        [.. report.Problems.Select(problem => new ImportProblem(
            problem.Row, problem.Failure.Field, problem.Failure.Code, problem.Failure.Message(language)))],
        Of(report.NotSubmitted, language));

    internal static SubmissionItem Of(SubmissionRow row) => new(
        row.Id, row.Version, row.State, row.IsLate, row.UnitId, row.Unit.Code, row.Unit.Name, row.PeriodCode, row.SetCode,
        row.ReviewerUnitId, row.DueOn, row.SubmittedAt, row.FilledCells, row.OwedCells, row.Warnings, row.OpenReturns);

    private static CellResource Of(CellView cell) => Of(cell.Indicator, cell.Now, cell.OpenReturn) with
    {
        Parts = cell.Parts.Count == 0 ? null : [.. cell.Parts.Select(Of)],
        Consolidation = ConsolidationResource.Of(cell.Consolidated, cell.Now),
        Survey = SurveyResource.Of(cell.Basis?.Survey),
        ExpertReview = ExpertReviewResource.Of(cell.Basis?.ExpertReview),
    };

    private static NarrativeResource Of(Narrative? narrative) => narrative is null
        ? new NarrativeResource(0, "", "", "", "")
        : new NarrativeResource(narrative.Version, narrative.Results, narrative.Shortcomings, narrative.Causes, narrative.NextTasks);

    private static EvidenceResource Of(EvidenceView view, Form form) => new(
        view.Evidence.Id, view.Evidence.FileName, view.Evidence.MediaType, view.Evidence.Size, view.Evidence.Hash, view.Evidence.AddedAt,
        [.. view.Places.Select(place => form.At(place).Code)], view.Evidence.DocumentNumber, view.Evidence.IssuedOn, view.Evidence.ValidUntil,
        view.Evidence.Confidentiality, view.Evidence.Scan, view.Evidence.Type,
        view.Evidence.Confidentiality == EvidenceConfidentiality.Ordinary ? view.Evidence.Address : null, view.IsStale);

    private static object? ValueOf(Indicator indicator, in PackedCell cell) => (indicator.ValueType, cell.State, cell.Number) switch
    {
        (_, not CellState.Reported, _) => null,
        (IndicatorValueType.Text, _, _) => cell.Text,
        (IndicatorValueType.YesNo, _, { } number) => number == 1,
        (IndicatorValueType.Level, _, { } place) => indicator.Levels[(int)place].Code,
        (_, _, { } number) => number,
        _ => null,
    };
}
