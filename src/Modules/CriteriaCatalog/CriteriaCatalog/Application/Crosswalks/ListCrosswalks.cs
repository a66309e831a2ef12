using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Links between indicators, by the indicator that they answer.</summary>
/// <param name="State">Only those that stand there.</param>
/// <param name="SetCode">Only those into or out of this set.</param>
/// <param name="IndicatorId">Only those into or out of this indicator.</param>
/// <param name="On">Only approved ones that hold on this reference date.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record ListCrosswalks(
    CrosswalkState? State = null, string? SetCode = null, Guid? IndicatorId = null, DateOnly? On = null, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<CrosswalkListing>>>;

/// <summary>A link in a list.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Number">Counts the proposals for its target.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Kind">How the sources answer the target.</param>
/// <param name="Target">What is answered.</param>
/// <param name="Sources">What answers it.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; before the first where it never should have held; null while no end is known.</param>
internal sealed record CrosswalkListing(
    Guid Id, int Number, CrosswalkState State, CrosswalkKind Kind, LinkedIndicator Target, IReadOnlyList<LinkedIndicator> Sources,
    DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>An indicator at one end of a link, named as the newest published version that has it names it.</summary>
internal sealed record LinkedIndicator(Guid Id, string SetCode, string Code, int Version, LocalText Name);

internal sealed class ListCrosswalksHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<ListCrosswalks, Result<Page<CrosswalkListing>>>
{
    public async Task<Result<Page<CrosswalkListing>>> Handle(ListCrosswalks request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after) || after is { SetCode: null } or { SortKey: null } or { Code: null })
            return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var found = Matching(request);
        if (after is not null)
        {
            found = found.Where(c => c.TargetSetCode.CompareTo(after.SetCode) > 0
                || (c.TargetSetCode == after.SetCode && (c.TargetSortKey.CompareTo(after.SortKey) > 0
                    || (c.TargetSortKey == after.SortKey && (c.TargetCode.CompareTo(after.Code) > 0
                        || (c.TargetCode == after.Code && c.Number > after.Number))))));
        }

        var rows = await found.OrderBy(c => c.TargetSetCode).ThenBy(c => c.TargetSortKey).ThenBy(c => c.TargetCode).ThenBy(c => c.Number)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, c => new Key(c.TargetSetCode, c.TargetSortKey, c.TargetCode, c.Number));
        var names = await db.NamesAsync(page.Items, cancellationToken);
        return new Page<CrosswalkListing>([.. page.Items.Select(c => CrosswalkViews.Listing(c, names))], page.NextCursor);
    }

    private IQueryable<Crosswalk> Matching(ListCrosswalks request)
    {
        var links = db.Crosswalks.AsNoTracking().Include(c => c.Sources).AsSplitQuery().AsQueryable();
        if (request.State is { } state) links = links.Where(c => c.State == state);
        if (request.SetCode is { } set) links = links.Where(c => c.TargetSetCode == set || c.Sources.Any(source => source.SetCode == set));
        if (request.IndicatorId is { } id) links = links.Where(c => c.TargetId == id || c.Sources.Any(source => source.IndicatorId == id));
        if (request.On is { } on)
        {
            links = links.Where(c => (c.State == CrosswalkState.Approved || c.State == CrosswalkState.Ended)
                && c.ValidFrom <= on && (c.ValidTo == null || c.ValidTo >= on));
        }

        return links;
    }

    private sealed record Key(string SetCode, string SortKey, string Code, int Number);
}
