using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Which part of a reviewer's inbox.</summary>
internal enum InboxFilter
{
    /// <summary>All that waits.</summary>
    All,

    /// <summary>With flagged figures.</summary>
    Warnings,

    /// <summary>Handed in after the due date.</summary>
    Late,

    /// <summary>Answers to a return.</summary>
    Answered,

    /// <summary>Nothing conspicuous: can be approved together.</summary>
    Plain,
}

/// <summary>Whose part of a reviewing body's work.</summary>
internal enum InboxOwner
{
    /// <summary>Everybody's.</summary>
    Anybody,

    /// <summary>The caller's own share, and those of officers whom they stand in for today.</summary>
    Mine,

    /// <summary>What no officer answers for.</summary>
    Nobody,
}

/// <summary>A reviewer's inbox: what waits for the bodies that the caller reviews for, the risky first.</summary>
internal sealed record ListReviews(InboxFilter Filter, int Page, InboxOwner Owner = InboxOwner.Anybody) : IQuery<Result<Inbox>>;

/// <summary>The same for programs, page after page by cursor.</summary>
internal sealed record ListReviewsFrom(InboxFilter Filter, InboxOwner Owner, string? Cursor, int? Limit) : IQuery<Result<Page<ReviewRow>>>;

/// <summary>A page of the inbox.</summary>
/// <param name="Rows">What waits.</param>
/// <param name="Counts">How many there are for each filter.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageCount">How many pages.</param>
/// <param name="IsShared">Whether the work of one of the caller's bodies is shared out.</param>
internal sealed record Inbox(
    IReadOnlyList<ReviewRow> Rows, IReadOnlyDictionary<InboxFilter, int> Counts, int Page, int PageCount, bool IsShared);

/// <summary>A report in the inbox.</summary>
/// <param name="Submission">As in every list.</param>
/// <param name="Risk">What the inbox is in order of.</param>
/// <param name="ChangedCells">Cells that differ from the sheet handed in before.</param>
/// <param name="OpenedBy">The reviewer who opened it; empty while nobody did.</param>
/// <param name="OpenedAtVersion">The version in which that was.</param>
/// <param name="AnswersMe">Whether it answers a return of the caller.</param>
/// <param name="OnBehalf">Whether a unit above handed it in.</param>
internal sealed record ReviewRow(
    SubmissionRow Submission, int Risk, int ChangedCells, Guid? OpenedBy, int? OpenedAtVersion, bool AnswersMe, bool OnBehalf)
{
    /// <summary>Name of who opened it; filled in where a list needs it.</summary>
    public string? OpenedByName { get; init; }
}

internal sealed class ListReviewsHandler(ICurrentUser user, InboxRows inbox)
    : IQueryHandler<ListReviews, Result<Inbox>>, IQueryHandler<ListReviewsFrom, Result<Page<ReviewRow>>>
{
    private const int RowsOnPage = 50;

    private sealed record Key(int Risk, DateTimeOffset At, long Sequence);

    public async Task<Result<Inbox>> Handle(ListReviews request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        var waiting = inbox.Waiting(request.Owner);
        var counts = await CountAsync(waiting, cancellationToken);
        var pages = Math.Max(1, (counts[request.Filter] + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Clamp(request.Page, 1, pages);
        var some = InboxRows.InOrder(InboxRows.Narrow(waiting, request.Filter)).Skip((page - 1) * RowsOnPage).Take(RowsOnPage);
        return new Inbox(
            await inbox.ReadAsync(some, cancellationToken), counts, page, pages, await inbox.IsSharedAsync(cancellationToken));
    }

    public async Task<Result<Page<ReviewRow>>> Handle(ListReviewsFrom request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var list = InboxRows.Narrow(inbox.Waiting(request.Owner), request.Filter);
        if (after is not null)
        {
            list = list.Where(s => s.Risk < after.Risk
                || (s.Risk == after.Risk && (s.SubmittedAt > after.At || (s.SubmittedAt == after.At && s.Sequence > after.Sequence))));
        }

        var limit = Cursor.Limit(request.Limit);
        var rows = await inbox.ReadAsync(InboxRows.InOrder(list).Take(limit + 1), cancellationToken);
        return Cursor.Page(rows, limit, row => new Key(row.Risk, row.Submission.SubmittedAt!.Value, row.Submission.Sequence));
    }

    /// <summary>All counts in one query.</summary>
    private static async Task<Dictionary<InboxFilter, int>> CountAsync(IQueryable<Submission> waiting, CancellationToken cancellationToken)
    {
        var counts = await waiting.GroupBy(s => 1).Select(all => new
        {
            All = all.Count(),
            Warnings = all.Count(s => s.Warnings > 0),
            Late = all.Count(s => s.IsLate),
            Answered = all.Count(s => s.ReturnRounds > 0),
            Plain = all.Count(s => s.Warnings == 0 && s.ReturnRounds == 0),
        }).FirstOrDefaultAsync(cancellationToken);
        return new Dictionary<InboxFilter, int>
        {
            [InboxFilter.All] = counts?.All ?? 0,
            [InboxFilter.Warnings] = counts?.Warnings ?? 0,
            [InboxFilter.Late] = counts?.Late ?? 0,
            [InboxFilter.Answered] = counts?.Answered ?? 0,
            [InboxFilter.Plain] = counts?.Plain ?? 0,
        };
    }
}
