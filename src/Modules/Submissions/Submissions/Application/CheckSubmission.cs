using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>What is left to do before a submission can be handed in; empty where it can.</summary>
internal sealed record CheckSubmission(Guid SubmissionId) : IQuery<Result<List<Failure>>>;

internal sealed class CheckSubmissionHandler(ISubmissionsDb db, Forms forms, SubmissionAccess access)
    : IQueryHandler<CheckSubmission, Result<List<Failure>>>
{
    public async Task<Result<List<Failure>>> Handle(CheckSubmission request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReadAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var row = await db.Sheets.AsNoTracking().FirstOrDefaultAsync(s => s.SubmissionId == submission.Id, cancellationToken);
        var open = await db.CellReturns.AsNoTracking()
            .Where(r => r.SubmissionId == submission.Id && r.AnsweredAt == null).ToListAsync(cancellationToken);
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var evidenced = await db.EvidenceLinks.AsNoTracking().Where(l => l.SubmissionId == submission.Id).Select(l => l.Place).ToHashSetAsync(cancellationToken);
        var problems = Readiness.Check(form, submission, WorkingSheet.Read(row?.Bytes), CellBases.Read(row?.Bases), open, evidenced);
        return problems.ToList();
    }
}
