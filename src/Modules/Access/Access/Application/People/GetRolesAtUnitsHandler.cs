using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

internal sealed class GetRolesAtUnitsHandler(IAccessDb db, TimeProvider clock) : IQueryHandler<GetRolesAtUnits, IReadOnlyList<RoleAtUnit>>
{
    /// <summary>Databases bound how many parameters one query takes.</summary>
    private const int BatchSize = 1000;

    public async Task<IReadOnlyList<RoleAtUnit>> Handle(GetRolesAtUnits request, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var names = Roles.All.ToDictionary(role => role.Code, role => role.Name, StringComparer.Ordinal);
        var roles = new List<RoleAtUnit>();
        foreach (var unitIds in request.UnitIds.Distinct().Chunk(BatchSize))
        {
            var held = await (
                from role in db.RoleAssignments.AsNoTracking()
                join person in db.People.AsNoTracking() on role.PersonId equals person.Id
                where role.UnitId != null && unitIds.Contains(role.UnitId.Value)
                    && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today) && person.IsActive
                orderby person.NameKey, person.Email, role.Role
                select new { UnitId = role.UnitId!.Value, person.Id, person.Name, role.Role }).ToListAsync(cancellationToken);
            roles.AddRange(held.Select(row => new RoleAtUnit(
                row.UnitId, row.Id, row.Name, names.GetValueOrDefault(row.Role, new LocalText(row.Role, row.Role)))));
        }

        return roles;
    }
}
