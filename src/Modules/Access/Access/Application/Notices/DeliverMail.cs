using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.Notices;

/// <summary>Hands waiting mail to the mail server; answers how many it took; in quiet hours it waits. Sent by a job; two hosts share the work.</summary>
internal sealed record DeliverMail : ICommand<int>;

internal sealed class DeliverMailHandler(IAccessDb db, IMailServer server, MailSettings settings, IOptions<AccessOptions> options, TimeProvider clock)
    : ICommandHandler<DeliverMail, int>
{
    private const int MostAtOnce = 200;

    /// <summary>For so long a mail belongs to the host that took it; if that host dies, another tries again.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task<Result<int>> Handle(DeliverMail command, CancellationToken cancellationToken)
    {
        if (!settings.IsOn) return 0;
        db.NotAudited("Delivery of a notice is on record in its own row");
        var now = clock.GetUtcNow();
        if (settings.Quiet.NotBefore(now) > now) return 0;
        var due = await db.Mails.AsNoTracking().Where(mail => mail.State == MailState.Queued && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt).Take(MostAtOnce).Select(mail => new { mail.Id, mail.DueAt }).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var waiting in due)
        {
            if (await TakeAsync(waiting.Id, waiting.DueAt, cancellationToken) is { } mail && await SendAsync(mail, cancellationToken)) sent++;
        }

        return sent;
    }

    /// <summary>Of two hosts that saw the same mail, the update lets one have it.</summary>
    private async Task<Mail?> TakeAsync(Guid mailId, DateTimeOffset seenDueAt, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Lease;
        var taken = await db.InTransactionAsync(
            () => db.Mails.Where(mail => mail.Id == mailId && mail.State == MailState.Queued && mail.DueAt == seenDueAt)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, until), cancellationToken),
            cancellationToken);
        return taken == 0 ? null : await db.Mails.FirstAsync(mail => mail.Id == mailId, cancellationToken);
    }

    private async Task<bool> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        var letter = await (
            from notice in db.Notices
            join person in db.People on notice.PersonId equals person.Id
            where notice.Id == mail.NoticeId && person.IsActive
            select new { person.Email, Notice = notice }).FirstOrDefaultAsync(cancellationToken);
        try
        {
            if (letter is null)
            {
                mail.Skip();
            }
            else
            {
                await server.SendAsync(letter.Email, letter.Notice.SubjectVi, BodyOf(letter.Notice), cancellationToken);
                mail.Sent(clock.GetUtcNow());
            }
        }
        catch (MailRefusedException exception)
        {
            mail.Failed(exception.Message, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return mail.State == MailState.Sent;
    }

    /// <summary>Vietnamese first, English below: we do not know which of them the reader prefers.</summary>
    private string BodyOf(Notice notice)
    {
        var english = notice.BodyEn.Length == 0 ? "" : $"\n\n--\n{notice.SubjectEn}\n\n{notice.BodyEn}";
        return $"{notice.BodyVi}\n\n{options.Value.PublicAddress}{notice.Link}{english}\n";
    }
}
