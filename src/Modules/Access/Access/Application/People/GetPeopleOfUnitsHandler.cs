using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

internal sealed class GetPeopleOfUnitsHandler(IAccessDb db, TimeProvider clock) : IQueryHandler<GetPeopleOfUnits, IReadOnlyList<PersonOfUnit>>
{
    /// <summary>Databases bound how many parameters one query takes.</summary>
    private const int BatchSize = 1000;

    public async Task<IReadOnlyList<PersonOfUnit>> Handle(GetPeopleOfUnits request, CancellationToken cancellationToken)
    {
        var people = new List<PersonOfUnit>();
        if (request.UnitIds is null)
        {
            people.AddRange(await PeopleOf(null, request.Permission).ToListAsync(cancellationToken));
        }
        else
        {
            foreach (var unitIds in request.UnitIds.Distinct().Chunk(BatchSize))
                people.AddRange(await PeopleOf(unitIds, request.Permission).ToListAsync(cancellationToken));
        }

        // Two roles at one unit may give the same permission.
        return [.. people.Distinct()];
    }

    private IQueryable<PersonOfUnit> PeopleOf(Guid[]? unitIds, string permission)
    {
        var today = CityTime.Today(clock);
        var roles = Roles.Giving(permission);
        return
            from role in db.RoleAssignments.AsNoTracking()
            join person in db.People.AsNoTracking() on role.PersonId equals person.Id
            where role.UnitId != null && roles.Contains(role.Role) && (unitIds == null || unitIds.Contains(role.UnitId.Value))
                && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today) && person.IsActive
            orderby person.NameKey, person.Email
            select new PersonOfUnit(role.UnitId!.Value, person.Id, person.Name, person.Phone);
    }
}
