using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Notices;

/// <summary>The caller's notices, unread first, then the latest first; by cursor.</summary>
internal sealed record ListNotices(string? Cursor, int? Limit) : IQuery<Result<Page<NoticeView>>>;

/// <summary>How many notices the caller has not read.</summary>
internal sealed record CountUnreadNotices : IQuery<int>;

/// <summary>A notice as its reader sees it.</summary>
internal sealed record NoticeView(Guid Id, DateTimeOffset At, LocalText Subject, LocalText Body, string Link, bool IsRead);

internal sealed class ListNoticesHandler(IAccessDb db, ICurrentUser user)
    : IQueryHandler<ListNotices, Result<Page<NoticeView>>>, IQueryHandler<CountUnreadNotices, int>
{
    public async Task<Result<Page<NoticeView>>> Handle(ListNotices query, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<Position>(query.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(query.Limit);
        var mine = db.Notices.AsNoTracking().Where(notice => notice.PersonId == user.Id);
        if (after is not null)
        {
            // Events may be told in the same instant: the link breaks the tie, and two alike would say the same.
            mine = mine.Where(notice => notice.At < after.At || (notice.At == after.At && notice.Link.CompareTo(after.Link) > 0));
        }

        var rows = await mine.OrderByDescending(notice => notice.At).ThenBy(notice => notice.Link).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, notice => new Position(notice.At, notice.Link));
        return new Page<NoticeView>([.. page.Items.Select(ViewOf)], page.NextCursor);
    }

    public Task<int> Handle(CountUnreadNotices query, CancellationToken cancellationToken) =>
        db.Notices.CountAsync(notice => notice.PersonId == user.Id && notice.ReadAt == null, cancellationToken);

    private static NoticeView ViewOf(Notice notice) => new(
        notice.Id, notice.At, new(notice.SubjectVi, notice.SubjectEn), new(notice.BodyVi, notice.BodyEn), notice.Link, notice.ReadAt is not null);

    private sealed record Position(DateTimeOffset At, string Link);
}
