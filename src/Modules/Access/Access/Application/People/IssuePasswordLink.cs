using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.People;

/// <summary>Makes a link by which a person sets a password. It is shown once; an older link of that person ends.</summary>
internal sealed record IssuePasswordLink(Guid PersonId) : ICommand<PasswordLink>;

/// <summary>A link that sets a password.</summary>
/// <param name="Path">Path in the product, with the token; or the whole address where the product knows its own.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record PasswordLink(string Path, DateTimeOffset ExpiresAt);

internal sealed class IssuePasswordLinkHandler(IAccessDb db, Guardian guardian, IOptions<AccessOptions> options, TimeProvider clock)
    : ICommandHandler<IssuePasswordLink, PasswordLink>
{
    public async Task<Result<PasswordLink>> Handle(IssuePasswordLink command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PersonId && p.IsActive, cancellationToken);
        if (person is null) return PlatformFailures.NotFound;
        if (person.IsDemonstration) return AccessFailures.NotByDemonstration;
        var token = Secrets.NewToken();
        var link = new OneTimeLink(
            LinkPurpose.SetPassword, person.Id, token, clock.GetUtcNow(), TimeSpan.FromHours(options.Value.PasswordLinkHours));
        await db.InTransactionAsync(
            async () =>
            {
                await db.Links.Where(old => old.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
                db.Links.Add(link);
                db.Audit(new AuditEntry("access.password_link_made", "person", person.Id.ToString(), person.HomeUnitId));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return new PasswordLink($"{options.Value.PublicAddress}/set-password?token={token}", link.ExpiresAt);
    }
}
