using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>
/// What a reviewer is about to approve in one go: which reports, in the versions that were seen, and which of those chosen are left out and
/// why. Nothing is changed.
/// </summary>
/// <param name="Chosen">The reports ticked, as they were seen; where empty, the whole of the filter.</param>
/// <param name="Filter">Part of the inbox, for "all 137".</param>
/// <param name="Owner">Whose part of it.</param>
internal sealed record PrepareApproval(IReadOnlyList<SubmissionRef> Chosen, InboxFilter Filter, InboxOwner Owner)
    : IQuery<Result<ApprovalPlan>>;

/// <summary>An approval before it is given.</summary>
/// <param name="Rows">What will be approved.</param>
/// <param name="LeftOut">What will not, with the reason.</param>
/// <param name="NotShown">How many of the filter lie beyond what is approved at once.</param>
internal sealed record ApprovalPlan(IReadOnlyList<ReviewRow> Rows, IReadOnlyList<LeftOut> LeftOut, int NotShown);

/// <summary>A report that is left out.</summary>
/// <param name="Id">Key.</param>
/// <param name="Row">What it is; null where the caller may not see it.</param>
/// <param name="Why">The reason.</param>
internal sealed record LeftOut(Guid Id, ReviewRow? Row, Failure Why);

internal sealed class PrepareApprovalHandler(ISubmissionsDb db, ICurrentUser user, InboxRows inbox)
    : IQueryHandler<PrepareApproval, Result<ApprovalPlan>>
{
    /// <summary>As many names as somebody can look through on one page; what is left over is approved in a second go.</summary>
    internal const int MostAtOnce = 500;

    public async Task<Result<ApprovalPlan>> Handle(PrepareApproval request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        var waiting = inbox.Waiting(request.Chosen.Count > 0 ? InboxOwner.Anybody : request.Owner);
        var seen = request.Chosen.DistinctBy(item => item.Id).Take(MostAtOnce).ToDictionary(item => item.Id, item => item.Version);
        var ids = seen.Keys.ToArray();
        var some = ids.Length > 0 ? waiting.Where(s => ids.Contains(s.Id)) : InboxRows.Narrow(waiting, request.Filter);
        var rows = await inbox.ReadAsync(InboxRows.InOrder(some).Take(MostAtOnce), cancellationToken);
        var beyond = ids.Length > 0 ? 0 : await some.CountAsync(cancellationToken) - rows.Count;
        var own = await OwnAsync([.. rows.Select(row => row.Submission.Id)], cancellationToken);
        var (take, leave) = (new List<ReviewRow>(rows.Count), new List<LeftOut>());
        foreach (var row in rows)
        {
            var id = row.Submission.Id;
            if (seen.GetValueOrDefault(id) is { } version && !Submission.IsAsSeen(version, row.Submission.Version, row.OpenedAtVersion))
                leave.Add(new LeftOut(id, row, PlatformFailures.Stale));
            else if (own.Contains(id)) leave.Add(new LeftOut(id, row, SubmissionFailures.SelfReview));
            else take.Add(row);
        }

        var found = rows.Select(row => row.Submission.Id).ToHashSet();
        leave.AddRange(ids.Where(id => !found.Contains(id)).Select(id => new LeftOut(id, null, SubmissionFailures.NotSubmitted)));
        return new ApprovalPlan(take, leave, beyond);
    }

    /// <summary>Those in which the caller had a hand, without the leave of a head.</summary>
    private async Task<HashSet<Guid>> OwnAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var authors = await Approving.AuthorsAsync(db, submissions, cancellationToken);
        return submissions.Where(s => s.SelfReviewFor != user.Id && authors[s.Id].Contains(user.Id)).Select(s => s.Id).ToHashSet();
    }
}
