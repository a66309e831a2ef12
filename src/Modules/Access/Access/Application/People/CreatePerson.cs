using FluentValidation;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>Makes an account. Its person sets the password by a link, which an administrator asks for separately.</summary>
internal sealed record CreatePerson(string? Name, string? Email, string? Phone, Guid? HomeUnitId, IReadOnlyList<RoleGrant>? Roles) : ICommand<Guid>;

internal sealed class CreatePersonValidator : AbstractValidator<CreatePerson>
{
    public CreatePersonValidator()
    {
        RuleFor(command => command.Name).PersonName();
        RuleFor(command => command.Email).WorkEmail();
        RuleFor(command => command.Phone).WorkPhone();
    }
}

internal sealed class CreatePersonHandler(IAccessDb db, Guardian guardian, ISender sender, TimeProvider clock) : ICommandHandler<CreatePerson, Guid>
{
    public async Task<Result<Guid>> Handle(CreatePerson command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var roles = command.Roles ?? [];
        var check = await sender.CheckAsync(roles, command.HomeUnitId, cancellationToken);
        if (!check.Succeeded) return check;
        var now = clock.GetUtcNow();
        var person = Person.Create(new PersonDetails(command.Name!, command.Email!, command.Phone, command.HomeUnitId), now);
        person.HoldRoles(roles, CityTime.DayOf(now));
        if (await db.People.AnyAsync(other => other.Email == person.Email, cancellationToken)) return AccessFailures.EmailTaken.On("email");
        db.People.Add(person);
        db.Audit(new AuditEntry("access.person_created", "person", person.Id.ToString(), person.HomeUnitId, new { roles }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return AccessFailures.EmailTaken.On("email");
        }

        return person.Id;
    }
}
