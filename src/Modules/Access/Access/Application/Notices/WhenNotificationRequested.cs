using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Notices;

/// <summary>
/// Puts a notice into the inbox of each person of the unit who holds the permission, or of the accounts that are addressed by name, once per
/// event, and mails it where mail is on.
/// </summary>
internal sealed class WhenNotificationRequested(IAccessDb db, IUnitScope scope, MailSettings mail, TimeProvider clock) : IListener<NotificationRequested>
{
    public async Task Handle(NotificationRequested notification, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = CityTime.DayOf(now);
        var told = await db.Notices.AsNoTracking().Where(notice => notice.EventId == notification.EventId)
            .Select(notice => notice.PersonId).ToHashSetAsync(cancellationToken);
        var people = (notification.Addresses is { } addresses
            ? await AddressedAsync(notification, addresses, today, cancellationToken)
            : await OfUnitAsync(notification, today, cancellationToken)).Where(person => !told.Contains(person)).ToList();
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

    private async Task<IReadOnlyList<Guid>> OfUnitAsync(NotificationRequested notification, DateOnly today, CancellationToken cancellationToken)
    {
        var roles = Roles.Giving(notification.Permission);
        return await db.People.AsNoTracking()
            .Where(person => person.IsActive && person.Roles.Any(role =>
                role.UnitId == notification.UnitId && roles.Contains(role.Role)
                && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today)))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> AddressedAsync(
        NotificationRequested notification, IReadOnlyList<string> addresses, DateOnly today, CancellationToken cancellationToken)
    {
        var roles = Roles.Giving(notification.Permission);
        var emails = addresses.Select(Person.NormalizeEmail).Distinct().ToList();
        var named = await db.People.AsNoTracking()
            .Where(person => person.IsActive && emails.Contains(person.Email))
            .Select(person => new
            {
                person.Id,
                Units = person.Roles
                    .Where(role => roles.Contains(role.Role) && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today))
                    .Select(role => role.UnitId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var people = new List<Guid>();
        foreach (var person in named)
        {
            var units = person.Units.OfType<Guid>().ToList();
            if (units.Count < person.Units.Count || units.Contains(notification.UnitId)
                || await scope.CoversAsync(units, notification.UnitId, today, cancellationToken)) people.Add(person.Id);
        }

        return people;
    }
}
