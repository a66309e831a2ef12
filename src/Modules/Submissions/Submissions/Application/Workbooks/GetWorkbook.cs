using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;
using MediatR;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>The workbook of a submission, for exactly its unit, period and version, filled in as far as the submission is.</summary>
internal sealed record GetWorkbook(Guid SubmissionId, Language Language) : IQuery<Result<MadeWorkbook>>;

/// <summary>A workbook to send; whoever sends it closes it.</summary>
internal sealed record MadeWorkbook(string FileName, Stream Content)
{
    /// <summary>Name of the file of a submission, in letters that every system takes.</summary>
    internal static string NameFor(SubmissionView view) =>
        string.Concat($"{view.Code}-{view.Unit.Code}-{view.Period.Code}".Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')) + ".xlsx";

    internal const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

internal sealed class GetWorkbookHandler(ISender sender) : IQueryHandler<GetWorkbook, Result<MadeWorkbook>>
{
    public async Task<Result<MadeWorkbook>> Handle(GetWorkbook request, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetSubmission(request.SubmissionId), cancellationToken);
        if (!found.Succeeded) return Result<MadeWorkbook>.Failed(found.Failures);
        var view = found.Value;
        if (!view.MayReport) return PlatformFailures.NotAllowed;
        if (!view.IsEditable) return SubmissionFailures.NotEditable;

        var content = new MemoryStream();
        WorkbookMaker.Write(view, request.Language, content);
        content.Position = 0;
        return new MadeWorkbook(MadeWorkbook.NameFor(view), content);
    }
}
