using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Application.Crosswalks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Review;

namespace LearningCity.CriteriaCatalog.Application.Review;

/// <summary>What makes a unit "asked" for an indicator.</summary>
internal enum AskedBasis
{
    /// <summary>A set is assigned to units of its type.</summary>
    Assigned,

    /// <summary>The set says that units of its type report it, whether or not it is assigned to them yet.</summary>
    Defined,
}

/// <summary>Values that units are asked for twice: by two sets at once, under the same name or although a link says that they are equal.</summary>
/// <param name="On">The reference date; today where null.</param>
/// <param name="Basis">What counts as asked.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record ListAskedTwice(DateOnly? On = null, AskedBasis Basis = AskedBasis.Assigned, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<AskedTwiceListing>>>;

/// <summary>Two indicators that ask the same units for the same figure.</summary>
/// <param name="First">One: the target, where they are linked.</param>
/// <param name="Second">The other.</param>
/// <param name="UnitTypes">Types of units that are asked for both.</param>
/// <param name="LinkId">The equal link between them, by which the first is filled in and not owed; null while they are asked for twice.</param>
internal sealed record AskedTwiceListing(LinkedIndicator First, LinkedIndicator Second, IReadOnlyList<string> UnitTypes, Guid? LinkId);

internal sealed class ListAskedTwiceHandler(CatalogueOnDay catalogue, Guardian guardian, TimeProvider clock)
    : IQueryHandler<ListAskedTwice, Result<Page<AskedTwiceListing>>>
{
    public async Task<Result<Page<AskedTwiceListing>>> Handle(ListAskedTwice request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var on = request.On ?? CityTime.Today(clock);
        var versions = await catalogue.VersionsAsync(on, cancellationToken);
        var assignments = request.Basis == AskedBasis.Assigned ? await catalogue.AssignmentsAsync(on, cancellationToken) : DefinedBy(versions);
        var asked = new List<AskedIndicator>();
        var links = new List<CrosswalkLink>();
        foreach (var version in versions)
        {
            var coverage = new Coverage(version, assignments);
            asked.AddRange(version.Indicators.Select(indicator => new AskedIndicator(version, indicator, coverage.AskedOf(indicator))));
            links.AddRange(await catalogue.LinksAsync(version, on, cancellationToken));
        }

        var found = AskedTwice.Find(asked, links).Select((question, index) => (Question: question, Place: new Place(index)));
        var page = Cursor.Page([.. found.Where(item => after is null || item.Place.Index > after.Index).Take(limit + 1)], limit, item => item.Place);
        return new Page<AskedTwiceListing>([.. page.Items.Select(item => Listing(item.Question))], page.NextCursor);
    }

    private static List<SetAssignment> DefinedBy(IReadOnlyList<CriteriaSetVersion> versions) => [.. versions.Select(version => new SetAssignment(
        version.SetCode, [.. version.Indicators.SelectMany(indicator => indicator.ReporterTypes).Distinct(StringComparer.Ordinal)], []))];

    private static AskedTwiceListing Listing(DoubleQuestion question) =>
        new(Named(question.First), Named(question.Second), question.UnitTypes, question.LinkId);

    private static LinkedIndicator Named(AskedIndicator asked) =>
        new(asked.Indicator.Id, asked.Version.SetCode, asked.Indicator.Code, asked.Version.Version, asked.Indicator.Name);

    private sealed record Place(int Index);
}
