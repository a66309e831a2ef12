using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>What the cells of a submission take, for whoever may report for it.</summary>
internal sealed record GetSubmissionForm(Guid SubmissionId) : IQuery<Result<Form>>;

internal sealed class GetSubmissionFormHandler(ISubmissionsDb db, Forms forms, SubmissionAccess access)
    : IQueryHandler<GetSubmissionForm, Result<Form>>
{
    public async Task<Result<Form>> Handle(GetSubmissionForm request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        return await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
    }
}
