using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>Makes sure that somebody can administer the system.</summary>
internal static class Administrators
{
    /// <summary>Whether anybody is an active administrator today, apart from one person.</summary>
    internal static Task<bool> HasAdministratorAsync(
        this IAccessDb db, TimeProvider clock, CancellationToken cancellationToken, Guid? otherThan = null)
    {
        var today = CityTime.Today(clock);
        var administrator = Roles.Administrator.Code;
        return db.People.AnyAsync(
            person => person.IsActive && person.Id != otherThan && person.Roles.Any(role =>
                role.Role == administrator && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today)),
            cancellationToken);
    }
}
