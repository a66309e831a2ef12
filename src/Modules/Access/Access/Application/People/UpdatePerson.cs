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

/// <summary>Changes what is known of a person and which roles they hold from today on.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Version">The version that the caller saw.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Work e-mail, which is also the sign-in name; a change ends all sessions.</param>
/// <param name="Phone">Phone, if there is one.</param>
/// <param name="HomeUnitId">The unit that the person works for.</param>
/// <param name="Roles">All roles from today on; those held and not named here end.</param>
internal sealed record UpdatePerson(
    Guid PersonId, int Version, string? Name, string? Email, string? Phone, Guid? HomeUnitId, IReadOnlyList<RoleGrant>? Roles) : ICommand<int>;

internal sealed class UpdatePersonValidator : AbstractValidator<UpdatePerson>
{
    public UpdatePersonValidator()
    {
        RuleFor(command => command.Name).PersonName();
        RuleFor(command => command.Email).WorkEmail();
        RuleFor(command => command.Phone).WorkPhone();
    }
}

internal sealed class UpdatePersonHandler(IAccessDb db, Guardian guardian, ISender sender, CallerCache cache, TimeProvider clock)
    : ICommandHandler<UpdatePerson, int>
{
    public async Task<Result<int>> Handle(UpdatePerson command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var roles = command.Roles ?? [];
        var check = await sender.CheckAsync(roles, command.HomeUnitId, cancellationToken);
        if (!check.Succeeded) return check;
        var person = await db.People.Include(p => p.Roles).FirstOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null) return PlatformFailures.NotFound;
        if (person.ErasedAt is not null) return AccessFailures.Erased;
        if (person.Version != command.Version) return PlatformFailures.Stale;
        var keepsAdministrator = roles.Any(role => role.Role == Roles.Administrator.Code);
        if (!keepsAdministrator && !await db.HasAdministratorAsync(clock, cancellationToken, otherThan: person.Id))
            return AccessFailures.LastAdministrator;
        return await ChangeAsync(person, command, roles, cancellationToken);
    }

    private async Task<Result<int>> ChangeAsync(
        Person person, UpdatePerson command, IReadOnlyList<RoleGrant> roles, CancellationToken cancellationToken)
    {
        var email = Person.NormalizeEmail(command.Email!);
        if (await db.People.AnyAsync(other => other.Email == email && other.Id != person.Id, cancellationToken))
            return AccessFailures.EmailTaken.On("email");
        var today = CityTime.Today(clock);
        var before = person.Roles.Where(role => role.IsHeldOn(today)).Select(role => role.Grant).ToList();
        person.Describe(new PersonDetails(command.Name!, command.Email!, command.Phone, command.HomeUnitId));
        person.HoldRoles(roles, today);
        db.Touch(person);
        db.Audit(new AuditEntry(
            "access.person_changed", "person", person.Id.ToString(), person.HomeUnitId,
            new { given = roles.Except(before), taken = before.Except(roles) }));
        try
        {
            var saved = await db.TrySaveAsync(cancellationToken);
            if (!saved.Succeeded) return saved;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return AccessFailures.EmailTaken.On("email");
        }

        cache.Forget(person.Id);
        return person.Version;
    }
}
