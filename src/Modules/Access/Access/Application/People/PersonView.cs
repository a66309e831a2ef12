using LearningCity.Access.Domain;

namespace LearningCity.Access.Application.People;

/// <summary>A person as administrators see them.</summary>
/// <param name="Id">Of the person.</param>
/// <param name="Version">For If-Match.</param>
/// <param name="Name">Full name; empty once erased.</param>
/// <param name="Email">Work e-mail and sign-in name.</param>
/// <param name="Phone">Phone, if there is one.</param>
/// <param name="HomeUnitId">The unit that the person works for.</param>
/// <param name="IsActive">Whether the person may sign in.</param>
/// <param name="HasPassword">Whether a password was set.</param>
/// <param name="IsDemonstration">Made up for the demonstration city.</param>
/// <param name="ErasedAt">When the personal data was erased.</param>
/// <param name="Roles">Roles held today.</param>
internal sealed record PersonView(
    Guid Id, int Version, string Name, string Email, string? Phone, Guid? HomeUnitId, bool IsActive, bool HasPassword, bool IsDemonstration,
    DateTimeOffset? ErasedAt, IReadOnlyList<RoleGrant> Roles);

/// <summary>How people are read.</summary>
internal static class PersonViews
{
    internal static IQueryable<PersonView> AsViews(this IQueryable<Person> people, DateOnly today) => people.Select(person => new PersonView(
        person.Id, person.Version, person.Name, person.Email, person.Phone, person.HomeUnitId, person.IsActive, person.PasswordHash != null,
        person.IsDemonstration, person.ErasedAt,
        person.Roles.Where(role => role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today))
            .OrderBy(role => role.Role).Select(role => new RoleGrant(role.Role, role.UnitId)).ToList()));
}
