using System.Runtime.CompilerServices;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Streams how every obligation of a period stands.</summary>
internal sealed class StreamSubmissionStatesHandler(ISubmissionsDb db) : IStreamQueryHandler<StreamSubmissionStates, SubmissionStatus>
{
    public async IAsyncEnumerable<SubmissionStatus> Handle(
        StreamSubmissionStates request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = Statuses(db, db.Submissions.Where(s => s.PeriodId == request.PeriodId)).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken)) yield return row;
    }

    internal static IQueryable<SubmissionStatus> Statuses(ISubmissionsDb db, IQueryable<Submission> submissions) =>
        from s in submissions.AsNoTracking()
        join sheet in db.Sheets.AsNoTracking() on s.Id equals sheet.SubmissionId into sheets
        from sheet in sheets.DefaultIfEmpty()
        select new SubmissionStatus(
            s.ObligationId, s.Id, s.UnitId, s.CriteriaVersionId, s.State, s.FirstSubmittedAt, s.IsLate,
            sheet == null ? 0 : sheet.FilledCells, s.OwedCells);
}

/// <summary>How the submissions of some units stand.</summary>
internal sealed class GetSubmissionStatesHandler(ISubmissionsDb db)
    : IQueryHandler<GetSubmissionStates, IReadOnlyList<SubmissionStatus>>
{
    private const int UnitsAtOnce = 500;

    public async Task<IReadOnlyList<SubmissionStatus>> Handle(GetSubmissionStates request, CancellationToken cancellationToken)
    {
        var statuses = new List<SubmissionStatus>(request.UnitIds.Count);
        foreach (var some in request.UnitIds.Distinct().Chunk(UnitsAtOnce))
        {
            var submissions = db.Submissions.Where(s => s.PeriodId == request.PeriodId && some.Contains(s.UnitId));
            statuses.AddRange(await StreamSubmissionStatesHandler.Statuses(db, submissions).ToListAsync(cancellationToken));
        }

        return statuses;
    }
}

/// <summary>Answers the question of reminders: which obligations were handed in, in whatever state since.</summary>
internal sealed class FindSubmittedObligationsHandler(ISubmissionsDb db) : IQueryHandler<FindSubmittedObligations, IReadOnlySet<Guid>>
{
    public async Task<IReadOnlySet<Guid>> Handle(FindSubmittedObligations request, CancellationToken cancellationToken) =>
        await db.Submissions.AsNoTracking()
            .Where(s => s.PeriodId == request.PeriodId && s.FirstSubmittedAt != null)
            .Select(s => s.ObligationId).ToHashSetAsync(cancellationToken);
}
