using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Notices;

/// <summary>The caller has read one notice, or all of them.</summary>
/// <param name="NoticeId">Which one; null for all.</param>
internal sealed record ReadNotices(Guid? NoticeId) : ICommand;

internal sealed class ReadNoticesHandler(IAccessDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<ReadNotices>
{
    public async Task<Result> Handle(ReadNotices command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mine = db.Notices.Where(notice => notice.PersonId == user.Id);
        if (command.NoticeId is { } noticeId)
        {
            mine = mine.Where(notice => notice.Id == noticeId);
            if (!await mine.AnyAsync(cancellationToken)) return PlatformFailures.NotFound;
        }

        await db.InTransactionAsync(
            () => mine.Where(notice => notice.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellationToken),
            cancellationToken);
        return Result.Ok;
    }
}
