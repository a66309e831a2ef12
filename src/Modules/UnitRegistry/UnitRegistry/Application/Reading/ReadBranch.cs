using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Which branch of a tree: the units right below one, or the roots.</summary>
/// <param name="AsOf">As of this day.</param>
/// <param name="Relation">Of the tree along this relation.</param>
/// <param name="ParentId">Below this unit; null for the roots.</param>
internal sealed record Branch(DateOnly AsOf, UnitRelation Relation, Guid? ParentId);

/// <summary>The units right below one, in Vietnamese order, by cursor: a tree is read branch by branch.</summary>
internal sealed record ListBranch(Branch Branch, string? Cursor, int? Limit) : IQuery<Result<Page<BranchUnit>>>;

/// <summary>A numbered page of a branch for the web, with the way to it from its root.</summary>
internal sealed record ReadBranch(Branch Branch, int PageNumber) : IQuery<Result<BranchView>>
{
    internal const int PageSize = 50;
}

/// <summary>A unit of a branch.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Children">How many units are right below it.</param>
internal sealed record BranchUnit(UnitSummary Unit, int Children);

/// <summary>A branch.</summary>
/// <param name="Path">The way to it, root first, the unit that it hangs on last; empty for the roots.</param>
/// <param name="Units">The units of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record BranchView(IReadOnlyList<UnitSummary> Path, IReadOnlyList<BranchUnit> Units, int Total);

/// <summary>Reads branches.</summary>
internal static class Branches
{
    internal static IQueryable<UnitState> Of(IUnitRegistryDb db, Branch branch)
    {
        var parentId = branch.ParentId;
        var states = db.States.AsNoTracking().On(branch.AsOf);
        return branch.Relation == UnitRelation.LiesIn
            ? states.Where(state => state.LiesInId == parentId)
            : states.Where(state => state.ReportsToId == parentId);
    }

    internal static async Task<IReadOnlyList<BranchUnit>> CountedAsync(
        IUnitRegistryDb db, Branch branch, IReadOnlyList<UnitState> units, CancellationToken cancellationToken)
    {
        var ids = units.Select(unit => (Guid?)unit.UnitId).ToArray();
        var below = db.States.AsNoTracking().On(branch.AsOf);
        var counts = branch.Relation == UnitRelation.LiesIn
            ? below.Where(state => ids.Contains(state.LiesInId)).GroupBy(state => state.LiesInId)
            : below.Where(state => ids.Contains(state.ReportsToId)).GroupBy(state => state.ReportsToId);
        var countOf = await counts.Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key!.Value, row => row.Count, cancellationToken);
        return [.. units.Select(unit => new BranchUnit(unit.ToSummary(), countOf.GetValueOrDefault(unit.UnitId)))];
    }
}

internal sealed class ListBranchHandler(IUnitRegistryDb db, Guardian guardian) : IQueryHandler<ListBranch, Result<Page<BranchUnit>>>
{
    public async Task<Result<Page<BranchUnit>>> Handle(ListBranch request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after) || after is not (null or { Sort: not null, Code: not null })) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var states = Branches.Of(db, request.Branch);
        if (after is not null)
        {
            var (sort, code) = (after.Sort!, after.Code!);
            states = states.Where(state => state.Sort.CompareTo(sort) > 0 || (state.Sort == sort && state.Code.CompareTo(code) > 0));
        }

        var found = await states.OrderBy(state => state.Sort).ThenBy(state => state.Code).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(found, limit, state => new Place(state.Sort, state.Code));
        return new Page<BranchUnit>(await Branches.CountedAsync(db, request.Branch, page.Items, cancellationToken), page.NextCursor);
    }

    private sealed record Place(string? Sort, string? Code);
}

internal sealed class ReadBranchHandler(IUnitRegistryDb db, Guardian guardian) : IQueryHandler<ReadBranch, Result<BranchView>>
{
    public async Task<Result<BranchView>> Handle(ReadBranch request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var branch = request.Branch;
        var path = branch.ParentId is { } parentId ? await PathAsync(branch, parentId, cancellationToken) : [];
        if (branch.ParentId is not null && path.Count == 0) return UnitRegistryFailures.UnitNotFound;
        var states = Branches.Of(db, branch);
        var total = await states.CountAsync(cancellationToken);
        var skip = (int)Math.Clamp((request.PageNumber - 1) * (long)ReadBranch.PageSize, 0, int.MaxValue);
        var found = await states.OrderBy(state => state.Sort).ThenBy(state => state.Code).Skip(skip).Take(ReadBranch.PageSize).ToListAsync(cancellationToken);
        return new BranchView(path, await Branches.CountedAsync(db, branch, found, cancellationToken), total);
    }

    private async Task<IReadOnlyList<UnitSummary>> PathAsync(Branch branch, Guid unitId, CancellationToken cancellationToken)
    {
        var (day, relation) = (branch.AsOf, branch.Relation);
        var rows = await (
            from row in db.Closures.AsNoTracking()
            where row.UnitId == unitId && row.Relation == relation && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)
            join state in db.States.AsNoTracking() on row.AncestorId equals state.UnitId
            where state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day)
            orderby row.Depth descending
            select state).ToListAsync(cancellationToken);
        return [.. rows.Select(UnitAnswers.ToSummary)];
    }
}
