using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>What a filled-in workbook would change. Nothing is written.</summary>
/// <param name="SubmissionId">The submission that is open.</param>
/// <param name="Content">The file; can be sought in.</param>
internal sealed record PreviewWorkbook(Guid SubmissionId, Stream Content) : IQuery<Result<WorkbookPreview>>;

/// <summary>The preview: problems first, then changes, then what stays.</summary>
internal sealed record WorkbookPreview(
    SubmissionView View, Language NumbersIn, string FormSheet, IReadOnlyList<WorkbookLine> Lines, int MissingRows)
{
    /// <summary>The cells to save when the preview is accepted.</summary>
    internal IReadOnlyList<CellSave> Changes => [.. Lines.Where(line => line.Outcome == WorkbookOutcome.Change).Select(line => line.Save!)];

    internal int Count(WorkbookOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}

/// <summary>What becomes of one row of the workbook.</summary>
internal enum WorkbookOutcome
{
    /// <summary>It cannot be taken.</summary>
    Problem,

    /// <summary>It changes the cell.</summary>
    Change,

    /// <summary>The system says so already, or the unit left it as it was.</summary>
    Unchanged,
}

/// <summary>One row of the preview.</summary>
/// <param name="Where">Sheet and cell: <c>Biểu 1!E14</c>.</param>
/// <param name="Cell">The cell in the system.</param>
/// <param name="InFile">What the file says; the system's answer where it cannot be read.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Failure">Why it is not taken.</param>
/// <param name="WasText">Whether a number was kept as text.</param>
/// <param name="Save">What to save, of a change.</param>
internal sealed record WorkbookLine(
    string Where, CellView Cell, PackedCell? InFile, WorkbookOutcome Outcome, Failure? Failure, bool WasText, CellSave? Save)
{
    /// <summary>The rows of the file that speak of the cell: one, or all of them where there are several.</summary>
    internal IReadOnlyList<int> Rows { get; init; } = [];
}

internal sealed class PreviewWorkbookHandler(ISender sender) : IQueryHandler<PreviewWorkbook, Result<WorkbookPreview>>
{
    internal static readonly SpreadsheetLimits Limits = new() { PartBytes = 32L << 20, TotalBytes = 64L << 20, Rows = 5_000, CellsPerRow = 200 };

    public async Task<Result<WorkbookPreview>> Handle(PreviewWorkbook request, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetSubmission(request.SubmissionId), cancellationToken);
        if (!found.Succeeded) return Result<WorkbookPreview>.Failed(found.Failures);
        var view = found.Value;
        if (!view.MayReport) return PlatformFailures.NotAllowed;
        if (!view.IsEditable) return SubmissionFailures.NotEditable;

        var opened = SpreadsheetReader.Open(request.Content, Limits);
        if (!opened.Succeeded) return Result<WorkbookPreview>.Failed([.. opened.Failures.Select(failure => failure with { Field = "file" })]);
        using var workbook = opened.Value;
        var bound = ReadBinding(workbook, view);
        if (!bound.Succeeded) return Result<WorkbookPreview>.Failed([.. bound.Failures.Select(failure => failure with { Field = "file" })]);
        var rows = workbook.Rows(bound.Value.FormSheet);
        return rows.Succeeded
            ? Compare(view, bound.Value, rows.Value)
            : Result<WorkbookPreview>.Failed([.. rows.Failures.Select(failure => failure with { Field = "file" })]);
    }

    private static Result<WorkbookBinding> ReadBinding(SpreadsheetReader workbook, SubmissionView view)
    {
        if (workbook.Sheets.All(sheet => sheet.Name != WorkbookPlan.BindingSheet)) return WorkbookFailures.NotOurs;
        var rows = workbook.Rows(WorkbookPlan.BindingSheet);
        if (!rows.Succeeded) return Result<WorkbookBinding>.Failed(rows.Failures);
        if (WorkbookBinding.Read(rows.Value) is not { } binding) return WorkbookFailures.TemplateChanged;
        if (binding.SubmissionId == view.Submission.Id)
        {
            return binding.CriteriaVersionId == view.Submission.CriteriaVersionId ? binding : WorkbookFailures.OtherSet.With(binding.SetName);
        }

        if (binding.PeriodCode != view.Period.Code) return WorkbookFailures.OtherPeriod.With(binding.PeriodName);
        return binding.UnitId != view.Submission.UnitId
            ? WorkbookFailures.OtherUnit.With(binding.UnitName, view.Unit.Name)
            : WorkbookFailures.OtherSet.With(binding.SetName);
    }

    private static WorkbookPreview Compare(SubmissionView view, WorkbookBinding binding, IReadOnlyList<BuildingBlocks.Spreadsheets.SheetRow> rows)
    {
        var byCode = rows.Where(row => row.Number > WorkbookPlan.HeaderRow).ToLookup(row => row[WorkbookPlan.CodeColumn].Text.Trim());
        var lines = new List<WorkbookLine>(view.Cells.Count);
        var missing = 0;
        foreach (var cell in view.Cells.SelectMany(cell => cell.Parts.Prepend(cell)))
        {
            var of = byCode[cell.Key].ToList();
            if (of.Count == 0) missing++;
            else lines.Add(Compare(cell, binding, of) with { Rows = [.. of.Select(row => row.Number)] });
        }

        return new WorkbookPreview(view, binding.Language, binding.FormSheet, [.. lines.OrderBy(line => line.Outcome)], missing);
    }

    private static WorkbookLine Compare(CellView cell, WorkbookBinding binding, List<BuildingBlocks.Spreadsheets.SheetRow> rows)
    {
        var indicator = cell.Indicator;
        var read = WorkbookRowReader.Read(indicator, rows[0], binding.Language);
        var where = $"{binding.FormSheet}!{read.Address}";
        WorkbookLine Refused(Failure failure, PackedCell? inFile = null) => new(where, cell, inFile, WorkbookOutcome.Problem, failure, read.WasText, null);
        if (rows.Count > 1) return Refused(WorkbookFailures.TwiceInFile.On("file", indicator.Name));
        if (read.Problem is { } unreadable) return Refused(unreadable);
        var raw = read.Entry;
        if (cell.Given?.Fill(indicator, read.Entry, out raw) is { } notTheirs) return Refused(notTheirs);
        if (CellRules.Resolve(indicator, raw, out var entry, isPart: cell.Part is not null) is { } broken) return Refused(broken);

        var bound = binding.Cells.GetValueOrDefault(cell.Key);
        var now = WorkbookBinding.EntryOf(cell.Now);
        var inFile = entry.At(cell.Place, cell.Now.Disaggregation, default);
        var mark = WorkbookBinding.MarkOf(entry);
        if (mark == WorkbookBinding.MarkOf(now) || mark == bound.Mark)
            return new WorkbookLine(where, cell, inFile, WorkbookOutcome.Unchanged, null, read.WasText, null);
        if (!cell.IsEditable) return Refused(CellFailures.ReadOnly.On("file", indicator.Name), inFile);
        if (bound.Version != cell.Now.Track.Version) return Refused(WorkbookFailures.ChangedSince.On("file", indicator.Name), inFile);
        var save = new CellSave(indicator.Id, cell.Now.Disaggregation, bound.Version, raw);
        return new WorkbookLine(where, cell, inFile, WorkbookOutcome.Change, null, read.WasText, save);
    }
}
