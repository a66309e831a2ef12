using FluentValidation;
using LearningCity.Access.Domain;
using LearningCity.Access.Application.People;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.SigningIn;

/// <summary>The first administrator, by the link that was printed to the console.</summary>
internal sealed record SetUpSystem(string? Token, string? Name, string? Email, string? Password) : ICommand<SignedIn>;

/// <summary>Whether the link to set the system up is still good.</summary>
internal sealed record IsSetUpLinkGood(string? Token) : IQuery<bool>;

internal sealed class SetUpSystemValidator : AbstractValidator<SetUpSystem>
{
    public SetUpSystemValidator()
    {
        RuleFor(command => command.Name).PersonName();
        RuleFor(command => command.Email).WorkEmail();
    }
}

internal sealed class SetUpSystemHandler(IAccessDb db, IPasswordHasher<Person> hasher, TimeProvider clock)
    : ICommandHandler<SetUpSystem, SignedIn>, IQueryHandler<IsSetUpLinkGood, bool>
{
    public async Task<Result<SignedIn>> Handle(SetUpSystem command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.HasAdministratorAsync(clock, cancellationToken)) return AccessFailures.AlreadySetUp;
        if (await db.FindLinkAsync(LinkPurpose.SetUp, command.Token, now, cancellationToken) is not { } link) return AccessFailures.LinkNotGood;
        var rule = PasswordRule.Check(command.Password ?? "", command.Email!);
        if (!rule.Succeeded) return rule;
        var person = Person.Create(new PersonDetails(command.Name!, command.Email!, null, null), now);
        person.SetPassword(hasher.HashPassword(person, PasswordRule.Normalize(command.Password!)));
        person.HoldRoles([new RoleGrant(Roles.Administrator.Code, null)], CityTime.DayOf(now));
        return await db.InTransactionAsync(() => MakeAsync(person, link, cancellationToken), cancellationToken);
    }

    public async Task<bool> Handle(IsSetUpLinkGood query, CancellationToken cancellationToken) =>
        !await db.HasAdministratorAsync(clock, cancellationToken)
            && await db.FindLinkAsync(LinkPurpose.SetUp, query.Token, clock.GetUtcNow(), cancellationToken) is not null;

    private async Task<Result<SignedIn>> MakeAsync(Person person, OneTimeLink link, CancellationToken cancellationToken)
    {
        if (!await db.UseUpAsync(link, cancellationToken)) return AccessFailures.LinkNotGood;
        if (await db.People.AnyAsync(p => p.Email == person.Email, cancellationToken)) return AccessFailures.EmailTaken.On("email");

        // Links printed by other hosts or earlier starts end with it.
        await db.Links.Where(other => other.Purpose == LinkPurpose.SetUp).ExecuteDeleteAsync(cancellationToken);
        db.People.Add(person);
        db.Audit(new AuditEntry("access.system_set_up", "person", person.Id.ToString()));
        await db.SaveChangesAsync(cancellationToken);
        return new SignedIn(person.Id, person.SecurityStamp);
    }
}
