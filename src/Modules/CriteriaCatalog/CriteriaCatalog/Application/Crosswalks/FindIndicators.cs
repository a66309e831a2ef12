using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Indicators by set and code, in the order asked for; those that no published version has are left out.</summary>
internal sealed record FindIndicators(IReadOnlyList<IndicatorAddress> Addresses) : IQuery<Result<IReadOnlyList<IndicatorListing>>>;

internal sealed class FindIndicatorsHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<FindIndicators, Result<IReadOnlyList<IndicatorListing>>>
{
    public async Task<Result<IReadOnlyList<IndicatorListing>>> Handle(FindIndicators request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var sets = request.Addresses.Select(address => address.SetCode).Distinct().ToList();
        var codes = request.Addresses.Select(address => address.Code).Distinct().ToList();
        var found = await db.Indicators.AsNoTracking()
            .Where(indicator => sets.Contains(indicator.SetCode) && codes.Contains(indicator.Code))
            .Select(i => new IndicatorListing(i.Id, i.SetCode, i.Code, i.SortKey, i.VersionNumber, i.NameVi, i.NameEn, i.ValueType))
            .ToDictionaryAsync(i => new IndicatorAddress(i.SetCode, i.Code), cancellationToken);
        return request.Addresses.Distinct().Where(found.ContainsKey).Select(address => found[address]).ToList();
    }
}
