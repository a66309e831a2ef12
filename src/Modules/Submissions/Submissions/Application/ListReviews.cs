using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Which part of a reviewer's inbox.</summary>
internal enum InboxFilter
{
    /// <summary>All that waits.</summary>
    All,

    /// <summary>Figures that differ conspicuously.</summary>
    Warnings,

    /// <summary>Handed in after the due date.</summary>
    Late,

    /// <summary>Answers to a return.</summary>
    Answered,

    /// <summary>Nothing conspicuous: can be approved together.</summary>
    Plain,
}

/// <summary>A reviewer's inbox: what waits for the bodies that the caller reviews for, the risky first.</summary>
internal sealed record ListReviews(InboxFilter Filter, int Page) : IQuery<Result<Inbox>>;

/// <summary>A page of the inbox.</summary>
/// <param name="Rows">What waits.</param>
/// <param name="Counts">How many there are for each filter.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageCount">How many pages.</param>
internal sealed record Inbox(IReadOnlyList<SubmissionRow> Rows, IReadOnlyDictionary<InboxFilter, int> Counts, int Page, int PageCount);

internal sealed class ListReviewsHandler(ISubmissionsDb db, ICurrentUser user, RowNames rowNames) : IQueryHandler<ListReviews, Result<Inbox>>
{
    private const int RowsOnPage = 50;

    public async Task<Result<Inbox>> Handle(ListReviews request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        var waiting = Waiting(db, user);
        var counts = new Dictionary<InboxFilter, int>();
        foreach (var filter in Enum.GetValues<InboxFilter>())
            counts[filter] = await Narrow(waiting, filter).CountAsync(cancellationToken);
        var pages = Math.Max(1, (counts[request.Filter] + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Clamp(request.Page, 1, pages);

        // What is risky comes first, not what is newest.
        var rows = Narrow(waiting, request.Filter)
            .OrderByDescending(s => s.Warnings).ThenByDescending(s => s.ReturnRounds).ThenByDescending(s => s.IsLate)
            .ThenBy(s => s.SubmittedAt).ThenBy(s => s.Sequence)
            .Skip((page - 1) * RowsOnPage).Take(RowsOnPage);
        var listed = await ListSubmissionsHandler.Rows(db, rows).ToListAsync(cancellationToken);
        var ordered = listed.OrderByDescending(s => s.Warnings).ThenByDescending(s => s.ReturnRounds).ThenByDescending(s => s.IsLate)
            .ThenBy(s => s.SubmittedAt).ThenBy(s => s.Sequence).ToList();
        return new Inbox(await rowNames.FillAsync(ordered, cancellationToken), counts, page, pages);
    }

    /// <summary>What waits for the bodies that the caller reviews for.</summary>
    internal static IQueryable<Submission> Waiting(ISubmissionsDb db, ICurrentUser user)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        var waiting = db.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.Submitted);
        if (scope.Everywhere) return waiting;
        var bodies = scope.UnitIds;
        return waiting.Where(s => bodies.Contains(s.ReviewerUnitId));
    }

    private static IQueryable<Submission> Narrow(IQueryable<Submission> waiting, InboxFilter filter) => filter switch
    {
        InboxFilter.Warnings => waiting.Where(s => s.Warnings > 0),
        InboxFilter.Late => waiting.Where(s => s.IsLate),
        InboxFilter.Answered => waiting.Where(s => s.ReturnRounds > 0),
        InboxFilter.Plain => waiting.Where(s => s.Warnings == 0 && s.ReturnRounds == 0),
        _ => waiting,
    };
}
