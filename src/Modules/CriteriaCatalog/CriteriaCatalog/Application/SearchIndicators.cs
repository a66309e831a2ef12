using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Indicators across all published sets, by set and code. "xoa mu chu" finds "xóa mù chữ".</summary>
/// <param name="Text">Words of the code or of the name in either language; each must begin a word, in this order.</param>
/// <param name="SetCode">Only of this set.</param>
/// <param name="ValueType">Only of this type.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record SearchIndicators(
    string? Text = null, string? SetCode = null, IndicatorValueType? ValueType = null, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<IndicatorListing>>>;

/// <summary>An indicator as the newest published version that has it describes it.</summary>
internal sealed record IndicatorListing(
    Guid Id, string SetCode, string Code, string SortKey, int Version, string NameVi, string NameEn, IndicatorValueType ValueType);

internal sealed class SearchIndicatorsHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<SearchIndicators, Result<Page<IndicatorListing>>>
{
    public async Task<Result<Page<IndicatorListing>>> Handle(SearchIndicators request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var found = Matching(db.Indicators.AsNoTracking(), request);
        if (after is not null)
        {
            found = found.Where(indicator => indicator.SetCode.CompareTo(after.SetCode) > 0
                || (indicator.SetCode == after.SetCode && (indicator.SortKey.CompareTo(after.SortKey) > 0
                    || (indicator.SortKey == after.SortKey && indicator.Code.CompareTo(after.Code) > 0))));
        }

        var items = await found
            .OrderBy(indicator => indicator.SetCode).ThenBy(indicator => indicator.SortKey).ThenBy(indicator => indicator.Code)
            .Take(limit + 1)
            .Select(indicator => new IndicatorListing(
                indicator.Id, indicator.SetCode, indicator.Code, indicator.SortKey, indicator.VersionNumber, indicator.NameVi,
                indicator.NameEn, indicator.ValueType))
            .ToListAsync(cancellationToken);
        return Cursor.Page(items, limit, item => new Key(item.SetCode, item.SortKey, item.Code));
    }

    private static IQueryable<CatalogIndicator> Matching(IQueryable<CatalogIndicator> indicators, SearchIndicators request)
    {
        if (request.SetCode is not null) indicators = indicators.Where(indicator => indicator.SetCode == request.SetCode);
        if (request.ValueType is { } valueType) indicators = indicators.Where(indicator => indicator.ValueType == valueType);
        if (string.IsNullOrWhiteSpace(request.Text)) return indicators;
        var pattern = SearchText.Pattern(request.Text);
        return indicators.Where(indicator => EF.Functions.Like(indicator.SearchText, pattern));
    }

    private sealed record Key(string SetCode, string SortKey, string Code);
}
