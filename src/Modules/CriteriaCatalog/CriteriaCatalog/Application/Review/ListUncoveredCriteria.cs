using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Review;

namespace LearningCity.CriteriaCatalog.Application.Review;

/// <summary>Criteria that no reported value covers: none of their indicators is owed by a unit, worked out by the system or answered by a link on a date.</summary>
/// <param name="On">The reference date; today where null.</param>
/// <param name="SetCode">Only of this set.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record ListUncoveredCriteria(DateOnly? On = null, string? SetCode = null, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<UncoveredCriterionListing>>>;

/// <summary>A criterion without a figure.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Version">Its version in force.</param>
/// <param name="Code">Code of the criterion.</param>
/// <param name="Name">What it says.</param>
/// <param name="IndicatorCodes">Its indicators, none of which anybody is asked for; empty where it has none.</param>
internal sealed record UncoveredCriterionListing(string SetCode, int Version, string Code, LocalText Name, IReadOnlyList<string> IndicatorCodes);

internal sealed class ListUncoveredCriteriaHandler(CatalogueOnDay catalogue, Guardian guardian, TimeProvider clock)
    : IQueryHandler<ListUncoveredCriteria, Result<Page<UncoveredCriterionListing>>>
{
    public async Task<Result<Page<UncoveredCriterionListing>>> Handle(ListUncoveredCriteria request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var on = request.On ?? CityTime.Today(clock);
        var assignments = await catalogue.AssignmentsAsync(on, cancellationToken);
        var found = new List<(UncoveredCriterionListing Criterion, Place Place)>();
        foreach (var version in await catalogue.VersionsAsync(on, cancellationToken))
        {
            if (request.SetCode is not null && version.SetCode != request.SetCode) continue;
            var linked = (await catalogue.LinksAsync(version, on, cancellationToken)).Select(link => link.TargetId).ToHashSet();
            found.AddRange(new Coverage(version, assignments).Uncovered(linked)
                .Select((criterion, index) => (Listing(version, criterion), new Place(version.SetCode, index))));
        }

        var rest = found.Where(item => after is null || item.Place.IsAfter(after)).Take(limit + 1).ToList();
        var page = Cursor.Page(rest, limit, item => item.Place);
        return new Page<UncoveredCriterionListing>([.. page.Items.Select(item => item.Criterion)], page.NextCursor);
    }

    private static UncoveredCriterionListing Listing(CriteriaSetVersion version, UncoveredCriterion criterion) => new(
        version.SetCode, version.Version, criterion.Node.Code, criterion.Node.Name, [.. criterion.Indicators.Select(indicator => indicator.Code)]);

    private sealed record Place(string SetCode, int Index)
    {
        internal bool IsAfter(Place other)
        {
            var order = string.CompareOrdinal(SetCode, other.SetCode);
            return order > 0 || (order == 0 && Index > other.Index);
        }
    }
}
