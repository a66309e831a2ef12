using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Groups that exist on a day, by kind and code; those of one unit alone, if one is named.</summary>
internal sealed record ListGroups(DateOnly AsOf, string? Kind, Guid? UnitId) : IQuery<Result<IReadOnlyList<GroupItem>>>;

/// <summary>A group and how many units it has on the day.</summary>
internal sealed record GroupItem(Guid Id, string Kind, string Code, LocalText Name, DateOnly ValidFrom, DateOnly? ValidTo, int Units, string Source);

/// <summary>A group with its units on a day.</summary>
internal sealed record ReadGroup(Guid Id, DateOnly AsOf) : IQuery<Result<GroupView>>;

/// <summary>A group with its units.</summary>
internal sealed record GroupView(GroupItem Group, int Version, IReadOnlyList<NamedUnit> Units);

internal sealed class ReadGroupsHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<ListGroups, Result<IReadOnlyList<GroupItem>>>, IQueryHandler<ReadGroup, Result<GroupView>>
{
    public async Task<Result<IReadOnlyList<GroupItem>>> Handle(ListGroups request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var day = request.AsOf;
        var groups = db.Groups.AsNoTracking().Where(group => group.ValidFrom <= day && (group.ValidTo == null || group.ValidTo >= day));
        if (request.Kind is { } kind) groups = groups.Where(group => group.Kind == kind);
        var members = db.GroupMembers.AsNoTracking().Where(member => member.SupersededAt == null
            && member.ValidFrom <= day && (member.ValidTo == null || member.ValidTo >= day));
        if (request.UnitId is { } unitId) groups = groups.Where(group => members.Any(member => member.GroupId == group.Id && member.UnitId == unitId));
        return await groups.OrderBy(group => group.Kind).ThenBy(group => group.Code)
            .Select(group => new GroupItem(
                group.Id, group.Kind, group.Code, new LocalText(group.NameVi, group.NameEn), group.ValidFrom, group.ValidTo,
                members.Count(member => member.GroupId == group.Id && db.States.Any(state => state.UnitId == member.UnitId
                    && state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day))), group.Source))
            .ToListAsync(cancellationToken);
    }

    public async Task<Result<GroupView>> Handle(ReadGroup request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var found = await db.Groups.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (found is null) return PlatformFailures.NotFound;
        var day = request.AsOf;
        var units = await (
            from member in db.GroupMembers.AsNoTracking()
            where member.GroupId == found.Id && member.SupersededAt == null
                && member.ValidFrom <= day && (member.ValidTo == null || member.ValidTo >= day)
            join state in db.States.AsNoTracking().On(day) on member.UnitId equals state.UnitId
            orderby state.Sort, state.Code
            select new { state.UnitId, state.NameVi, state.NameEn }).ToListAsync(cancellationToken);
        return new GroupView(
            new GroupItem(found.Id, found.Kind, found.Code, new LocalText(found.NameVi, found.NameEn), found.ValidFrom, found.ValidTo, units.Count, found.Source),
            found.Version, units.ConvertAll(unit => new NamedUnit(unit.UnitId, new LocalText(unit.NameVi, unit.NameEn))));
    }
}
