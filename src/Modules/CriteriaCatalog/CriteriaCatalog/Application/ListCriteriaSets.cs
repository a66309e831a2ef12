using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>The criteria sets with their versions, by code; drafts only for those who edit.</summary>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
/// <param name="SetCode">Only this set.</param>
internal sealed record ListCriteriaSets(string? Cursor = null, int? Limit = null, string? SetCode = null)
    : IQuery<Result<Page<CriteriaSetListing>>>;

/// <summary>A set and its versions, newest first.</summary>
internal sealed record CriteriaSetListing(string Code, IReadOnlyList<VersionListing> Versions)
{
    /// <summary>The version in force today; null if there is none.</summary>
    public VersionListing? InForce => Versions.FirstOrDefault(version => version.IsInForce);

    /// <summary>The version that speaks for the set: the one in force, else the newest.</summary>
    public VersionListing Speaker => InForce ?? Versions[0];
}

/// <summary>A version in a list.</summary>
internal sealed record VersionListing(
    int Number, VersionState State, LocalText Name, CriteriaSetOrigin Origin, int IndicatorCount, DateOnly ValidFrom, DateOnly? ValidTo,
    bool IsInForce);

internal sealed class ListCriteriaSetsHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : IQueryHandler<ListCriteriaSets, Result<Page<CriteriaSetListing>>>
{
    public async Task<Result<Page<CriteriaSetListing>>> Handle(ListCriteriaSets request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<string>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var visible = db.Versions.AsNoTracking();
        if (!user.Has(CriteriaCatalogPermissions.Edit.Code)) visible = visible.Where(version => version.State != VersionState.Draft);

        var sets = db.Sets.AsNoTracking().Where(set => visible.Any(version => version.SetCode == set.Code));
        if (request.SetCode is not null) sets = sets.Where(set => set.Code == request.SetCode);
        if (after is not null) sets = sets.Where(set => set.Code.CompareTo(after) > 0);
        var codes = await sets.OrderBy(set => set.Code).Select(set => set.Code).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(codes, limit, code => code);

        var versions = await ReadAsync(visible.Where(version => page.Items.Contains(version.SetCode)), CityTime.Today(clock), cancellationToken);
        return new Page<CriteriaSetListing>([.. page.Items.Select(code => new CriteriaSetListing(code, [.. versions[code]]))], page.NextCursor);
    }

    private static async Task<ILookup<string, VersionListing>> ReadAsync(
        IQueryable<SetVersion> versions, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await versions
            .OrderByDescending(version => version.Number)
            .Select(version => new
            {
                version.SetCode,
                Listing = new VersionListing(
                    version.Number, version.State, new LocalText(version.NameVi, version.NameEn), version.Origin, version.IndicatorCount,
                    version.ValidFrom, version.ValidTo,
                    version.State != VersionState.Draft && version.ValidFrom <= today && (version.ValidTo == null || version.ValidTo >= today)),
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.SetCode, row => row.Listing);
    }
}
