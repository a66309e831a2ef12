using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Notices;

/// <summary>Puts a notice into the inbox of each person of the unit who holds the permission, once per event, and mails it where mail is on.</summary>
internal sealed class WhenNotificationRequested(IAccessDb db, MailSettings mail, TimeProvider clock) : IListener<NotificationRequested>
{
    public async Task Handle(NotificationRequested notification, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = CityTime.DayOf(now);
        var roles = Roles.Giving(notification.Permission);
        var told = db.Notices.Where(notice => notice.EventId == notification.EventId).Select(notice => notice.PersonId);
        var people = await db.People.AsNoTracking()
            .Where(person => person.IsActive && !told.Contains(person.Id) && person.Roles.Any(role =>
                role.UnitId == notification.UnitId && roles.Contains(role.Role)
                && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today)))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        if (people.Count == 0) return;
        foreach (var personId in people)
        {
            var notice = new Notice(
                personId, notification.EventId, notification.UnitId, notification.Subject, notification.Body, notification.Link, now);
            db.Notices.Add(notice);
            if (mail.IsOn) db.Mails.Add(new Mail(notice.Id, now, mail.Quiet.NotBefore(now)));
        }

        db.NotAudited("A notice only tells what another change, which is audited, has done");

        // Should the same event be delivered twice at once, the unique key lets one of them through; the other is delivered again and finds all told.
        await db.SaveChangesAsync(cancellationToken);
    }
}
