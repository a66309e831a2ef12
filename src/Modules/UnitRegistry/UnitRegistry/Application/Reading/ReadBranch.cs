using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

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

internal sealed class ReadBranchHandler(IUnitRegistryDb db, UnitDirectory directory, Guardian guardian)
    : IQueryHandler<ListBranch, Result<Page<BranchUnit>>>, IQueryHandler<ReadBranch, Result<BranchView>>
{
    public async Task<Result<Page<BranchUnit>>> Handle(ListBranch request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<DirectoryPlace>(request.Cursor, out var after) || after is not (null or { Sort: not null, Code: not null })) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var index = await directory.ReadAsync(db, cancellationToken);
        var found = index.Below(request.Branch, after).Take(limit + 1).ToList();
        var page = Cursor.Page(found, limit, state => new DirectoryPlace(state.Sort, state.Code));
        return new Page<BranchUnit>([.. page.Items.Select(state => Counted(index, request.Branch, state))], page.NextCursor);
    }

    public async Task<Result<BranchView>> Handle(ReadBranch request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var branch = request.Branch;
        var index = await directory.ReadAsync(db, cancellationToken);
        var path = branch.ParentId is { } parentId ? index.PathTo(parentId, branch.Relation, branch.AsOf) : [];
        if (branch.ParentId is not null && path.Count == 0) return UnitRegistryFailures.UnitNotFound;
        var all = index.Below(branch).ToList();
        var skip = (int)Math.Clamp((request.PageNumber - 1) * (long)ReadBranch.PageSize, 0, int.MaxValue);
        return new BranchView(
            [.. path.Select(UnitAnswers.ToSummary)],
            [.. all.Skip(skip).Take(ReadBranch.PageSize).Select(state => Counted(index, branch, state))], all.Count);
    }

    private static BranchUnit Counted(UnitIndex index, Branch branch, UnitState state) =>
        new(state.ToSummary(), index.CountBelow(branch with { ParentId = state.UnitId }));
}
