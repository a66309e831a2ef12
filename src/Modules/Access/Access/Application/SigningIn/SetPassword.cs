using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>Somebody who was sent a link chooses a password; all their sessions end, and a lock-out with them.</summary>
internal sealed record SetPassword(string? Token, string? Password) : ICommand<SignedIn>;

/// <summary>Whom a link that sets a password is for: the sign-in name; null if the link is used up or too old.</summary>
internal sealed record GetPasswordLink(string? Token) : IQuery<string?>;

internal sealed class SetPasswordHandler(IAccessDb db, IPasswordHasher<Person> hasher, CallerCache cache, TimeProvider clock)
    : ICommandHandler<SetPassword, SignedIn>, IQueryHandler<GetPasswordLink, string?>
{
    public async Task<Result<SignedIn>> Handle(SetPassword command, CancellationToken cancellationToken)
    {
        var link = await db.FindLinkAsync(LinkPurpose.SetPassword, command.Token, clock.GetUtcNow(), cancellationToken);
        var person = link is null ? null : await db.People.FirstOrDefaultAsync(p => p.Id == link.PersonId && p.IsActive, cancellationToken);
        if (link is null || person is null) return AccessFailures.LinkNotGood;
        var rule = PasswordRule.Check(command.Password ?? "", person.Email);
        if (!rule.Succeeded) return rule;
        person.SetPassword(hasher.HashPassword(person, PasswordRule.Normalize(command.Password!)));
        var nameHash = Secrets.HashOf(person.Email);
        var done = await db.InTransactionAsync(
            async () =>
            {
                if (!await db.UseUpAsync(link, cancellationToken)) return AccessFailures.LinkNotGood;
                await db.SignInFailures.Where(f => f.NameHash == nameHash).ExecuteDeleteAsync(cancellationToken);
                db.Audit(new AuditEntry("access.password_set", "person", person.Id.ToString(), person.HomeUnitId));
                return await db.TrySaveAsync(cancellationToken);
            },
            cancellationToken);
        cache.Forget(person.Id);
        return done.Succeeded ? new SignedIn(person.Id, person.SecurityStamp) : done;
    }

    public async Task<string?> Handle(GetPasswordLink query, CancellationToken cancellationToken)
    {
        var link = await db.FindLinkAsync(LinkPurpose.SetPassword, query.Token, clock.GetUtcNow(), cancellationToken);
        return link is null
            ? null
            : await db.People.Where(p => p.Id == link.PersonId && p.IsActive).Select(p => p.Email).FirstOrDefaultAsync(cancellationToken);
    }
}
