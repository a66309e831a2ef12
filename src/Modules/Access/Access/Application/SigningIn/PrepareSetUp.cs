using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>Makes a link for the first administrator, while there is none; answers its token, or null if nothing is to be set up.</summary>
internal sealed record PrepareSetUp : ICommand<string?>;

internal sealed class PrepareSetUpHandler(IAccessDb db, IOptions<AccessOptions> options, TimeProvider clock) : ICommandHandler<PrepareSetUp, string?>
{
    public async Task<Result<string?>> Handle(PrepareSetUp command, CancellationToken cancellationToken)
    {
        if (await db.HasAdministratorAsync(clock, cancellationToken)) return (string?)null;
        var token = Secrets.NewToken();
        var goodFor = TimeSpan.FromHours(options.Value.SetUpLinkHours);
        var link = new OneTimeLink(LinkPurpose.SetUp, null, token, clock.GetUtcNow(), goodFor);
        db.Links.Add(link);
        db.Audit(new AuditEntry("access.set_up_link_made", "link", link.Id.ToString()));
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }
}
