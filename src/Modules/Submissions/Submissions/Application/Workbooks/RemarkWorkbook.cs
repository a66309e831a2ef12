using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using MediatR;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>
/// The uploaded workbook again, with a column that says beside each faulty cell what is to be put right. No value is changed; put right
/// and uploaded again, the file is read as any other.
/// </summary>
/// <param name="SubmissionId">The submission that is open.</param>
/// <param name="Content">The file; can be sought in.</param>
/// <param name="Language">Language of the remarks.</param>
internal sealed record RemarkWorkbook(Guid SubmissionId, Stream Content, Language Language) : IQuery<Result<MadeWorkbook>>;

internal sealed class RemarkWorkbookHandler(ISender sender) : IQueryHandler<RemarkWorkbook, Result<MadeWorkbook>>
{
    public async Task<Result<MadeWorkbook>> Handle(RemarkWorkbook request, CancellationToken cancellationToken)
    {
        var previewed = await sender.Send(new PreviewWorkbook(request.SubmissionId, request.Content), cancellationToken);
        return previewed.Succeeded ? WorkbookRemarks.Write(previewed.Value, request.Content, request.Language) : Result<MadeWorkbook>.Failed(previewed.Failures);
    }
}

/// <summary>Writes what a preview found into the file that it was made from.</summary>
internal static class WorkbookRemarks
{
    internal static Result<MadeWorkbook> Write(WorkbookPreview preview, Stream file, Language language)
    {
        var remarks = preview.Lines.Where(line => line.Failure is not null)
            .SelectMany(line => line.Rows.Select(row => (Row: row, Text: $"{line.Where.Split('!')[^1]}: {line.Failure!.Message(language)}")))
            .ToDictionary(remark => remark.Row, remark => remark.Text);
        if (remarks.Count == 0) return WorkbookFailures.NothingToRemark;
        var header = WorkbookPlan.RemarkHeader;
        var place = new RemarkPlace(
            preview.FormSheet, WorkbookPlan.HeaderRow, WorkbookPlan.RemarkColumn, header.In(language), [header.Vi, header.En], PreviewWorkbookHandler.Limits);
        var written = SheetRemarks.Write(file, place, remarks);
        if (!written.Succeeded) return Result<MadeWorkbook>.Failed([.. written.Failures.Select(failure => failure with { Field = "file" })]);
        var ending = language == Language.En ? "to-resolve" : "can-xu-ly";
        return new MadeWorkbook($"{Path.GetFileNameWithoutExtension(MadeWorkbook.NameFor(preview.View))}-{ending}.xlsx", written.Value);
    }
}
