using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>Removes what has no use any more: ended links, forgotten failures, notices that were read long ago. Sent by a job.</summary>
internal sealed record CleanUpAccess : ICommand;

internal sealed class CleanUpAccessHandler(IAccessDb db, TimeProvider clock) : ICommandHandler<CleanUpAccess>
{
    private static readonly TimeSpan KeepReadNotices = TimeSpan.FromDays(400);

    public async Task<Result> Handle(CleanUpAccess command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var forgotten = now - SignInFailures.LockedFor;
        var old = now - KeepReadNotices;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.Links.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
                await db.SignInFailures.Where(failures => failures.LastAt < forgotten).ExecuteDeleteAsync(cancellationToken);
                var notices = db.Notices.Where(notice => notice.ReadAt < old);
                await db.Mails.Where(mail => notices.Any(notice => notice.Id == mail.NoticeId)).ExecuteDeleteAsync(cancellationToken);
                await notices.ExecuteDeleteAsync(cancellationToken);
                await db.WebhookDeliveries.Where(delivery => delivery.SentAt < old).ExecuteDeleteAsync(cancellationToken);
                return Result.Ok;
            },
            cancellationToken);
    }
}
