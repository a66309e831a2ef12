using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>Groups with their members, for whoever shares out work by them.</summary>
internal sealed class ListUnitGroupsHandler(IUnitRegistryDb db) : IQueryHandler<ListUnitGroups, IReadOnlyList<UnitGroupSummary>>
{
    public async Task<IReadOnlyList<UnitGroupSummary>> Handle(ListUnitGroups request, CancellationToken cancellationToken)
    {
        var day = request.AsOf;
        var groups = await db.Groups.AsNoTracking()
            .Where(group => group.ValidFrom <= day && (group.ValidTo == null || group.ValidTo >= day))
            .OrderBy(group => group.Kind).ThenBy(group => group.Code).ToListAsync(cancellationToken);
        var members = await db.GroupMembers.AsNoTracking()
            .Where(member => member.SupersededAt == null && member.ValidFrom <= day && (member.ValidTo == null || member.ValidTo >= day))
            .Select(member => new { member.GroupId, member.UnitId }).ToListAsync(cancellationToken);
        var units = members.ToLookup(member => member.GroupId, member => member.UnitId);
        return groups.ConvertAll(group => new UnitGroupSummary(
            group.Id, group.Kind, group.Code, new LocalText(group.NameVi, group.NameEn), [.. units[group.Id]]));
    }
}
