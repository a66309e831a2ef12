using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>What completeness is broken down by.</summary>
internal enum CompletenessBy
{
    /// <summary>Type of unit.</summary>
    Type,

    /// <summary>The units of the territory directly below.</summary>
    Area,

    /// <summary>Tier, as due dates know it: schools, wards, departments.</summary>
    Tier,
}

/// <summary>How many reports of a period stand where.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="By">What it is broken down by.</param>
/// <param name="UnitId">For this unit and all below; what the caller may see where none is named.</param>
/// <param name="TreeDate">The date whose territory areas are of; the period's own reference date where none is named.</param>
/// <param name="Edition">Reports as they stand now, or as they stood when an edition was sealed.</param>
internal sealed record GetCompleteness(string Period, CompletenessBy By, Guid? UnitId, DateOnly? TreeDate, EditionChoice Edition = default) : IQuery<Result<Completeness>>;

/// <summary>Completeness of a period.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">The edition; <c>live</c> for what is not sealed.</param>
/// <param name="TreeDate">The date whose territory areas are of.</param>
/// <param name="By">What it is broken down by.</param>
/// <param name="Total">All of it.</param>
/// <param name="Rows">The types or areas.</param>
internal sealed record Completeness(
    string Period, string Edition, DateOnly TreeDate, CompletenessBy By, StandingCounts Total, IReadOnlyList<CompletenessRow> Rows);

/// <summary>One type or area.</summary>
/// <param name="Key">Type or tier in snake case, or code of the unit; empty for what lies in no part of the area.</param>
/// <param name="UnitId">The unit, for an area.</param>
/// <param name="Name">For people.</param>
/// <param name="Counts">How many stand where.</param>
internal sealed record CompletenessRow(string Key, Guid? UnitId, LocalText Name, StandingCounts Counts);

internal sealed class GetCompletenessHandler(EditionFrames frames, StandingReader reader, BoundaryReader boundaries, ReadingScope scope)
    : IQueryHandler<GetCompleteness, Result<Completeness>>
{
    public async Task<Result<Completeness>> Handle(GetCompleteness request, CancellationToken cancellationToken)
    {
        var found = await frames.FindAsync(request.Period, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        if (request.TreeDate is { } date && date != frame.TreeDate) return await ConvertAsync(request, frame, date, cancellationToken);
        var unitId = request.UnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var standings = await reader.ReadAsync(frame, unitId, cancellationToken);
        return new Completeness(
            frame.Period.Code, FigureContext.EditionOf(frame), frame.TreeDate, request.By, StandingCounts.Of(standings),
            Rows(request.By, standings, () => ByArea(frame, frame.Rollup.UnitOf(unitId), standings)));
    }

    private async Task<Result<Completeness>> ConvertAsync(
        GetCompleteness request, PeriodFrame frame, DateOnly date, CancellationToken cancellationToken)
    {
        var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
        if (!chosen.Succeeded) return chosen.WithoutValue();
        var tree = chosen.Value;
        if (tree.PlaceOf(request.UnitId ?? scope.DefaultUnit(frame, tree)) is not (var top and >= 0))
            return AnalyticsFailures.UnitNotInTree.On(request.UnitId is null ? "treeDate" : "unitId", date);
        var allowed = await scope.RequireAsync(frame, tree.Units[top].Id, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var placed = await boundaries.FollowAsync(frame, tree, cancellationToken);
        var all = await reader.ReadAsync(frame, frame.Units[frame.Home].Id, cancellationToken);
        var inside = all.Where(standing => placed.Of(standing.Unit).Lowest is var place and >= 0 && tree.Forest.Contains(top, place)).ToList();
        return new Completeness(
            frame.Period.Code, FigureContext.EditionOf(frame), date, request.By, StandingCounts.Of(inside),
            Rows(request.By, inside, () => ByArea(tree.Units, tree.Forest, top, inside, standing => placed.Of(standing.Unit).Lowest)));
    }

    private static IReadOnlyList<CompletenessRow> Rows(
        CompletenessBy by, IReadOnlyCollection<Standing> standings, Func<IReadOnlyList<CompletenessRow>> areas) => by switch
        {
            CompletenessBy.Type => ByType(standings),
            CompletenessBy.Tier => ByTier(standings),
            _ => areas(),
        };

    /// <summary>By tier, the lowest first: it is due first.</summary>
    private static IReadOnlyList<CompletenessRow> ByTier(IEnumerable<Standing> standings) =>
        [.. standings.GroupBy(standing => Tiers.Of(standing.UnitType))
            .OrderBy(group => group.Key)
            .Select(group => new CompletenessRow(SnakeCase.Of(group.Key), null, UnitTypeNames.Of(group.Key), StandingCounts.Of([.. group])))];

    /// <summary>By type of unit, in the order of the tiers.</summary>
    internal static IReadOnlyList<CompletenessRow> ByType(IEnumerable<Standing> standings) =>
        [.. standings.GroupBy(standing => standing.UnitType)
            .OrderBy(group => UnitTypeNames.OrderOf(group.Key))
            .Select(group => new CompletenessRow(group.Key, null, UnitTypeNames.Of(group.Key), StandingCounts.Of([.. group])))];

    /// <summary>By the units of the territory directly below, in the order of their names.</summary>
    internal static IReadOnlyList<CompletenessRow> ByArea(PeriodFrame frame, int top, IEnumerable<Standing> standings) =>
        ByArea(frame.Units, frame.Rollup.Territory, top, standings, standing => standing.Unit);

    private static IReadOnlyList<CompletenessRow> ByArea(
        IReadOnlyList<UnitSummary> units, Forest territory, int top, IEnumerable<Standing> standings, Func<Standing, int> placeOf)
    {
        var rows = standings.GroupBy(standing => AreaOf(territory, top, placeOf(standing))).Select(group => group.Key < 0
            ? new CompletenessRow("", null, new LocalText("Không thuộc phường, xã nào", "In no part of the area"), StandingCounts.Of([.. group]))
            : new CompletenessRow(units[group.Key].Code, units[group.Key].Id, units[group.Key].Name, StandingCounts.Of([.. group])));
        return [.. rows.OrderBy(row => row.UnitId is null).ThenBy(row => VietnameseOrder.Key(row.Name.Vi), StringComparer.Ordinal)];
    }

    private static int AreaOf(Forest territory, int top, int unit)
    {
        while (unit >= 0 && territory.Parent(unit) != top) unit = territory.Parent(unit);
        return unit;
    }
}
