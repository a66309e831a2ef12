using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>What completeness is broken down by.</summary>
internal enum CompletenessBy
{
    /// <summary>Type of unit.</summary>
    Type,

    /// <summary>The units of the territory directly below.</summary>
    Area,
}

/// <summary>How many reports of a period stand where.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="By">What it is broken down by.</param>
/// <param name="UnitId">For this unit and all below; what the caller may see where none is named.</param>
internal sealed record GetCompleteness(string Period, CompletenessBy By, Guid? UnitId) : IQuery<Result<Completeness>>;

/// <summary>Completeness of a period.</summary>
internal sealed record Completeness(
    string Period, DateOnly TreeDate, CompletenessBy By, StandingCounts Total, IReadOnlyList<CompletenessRow> Rows);

/// <summary>One type or area.</summary>
/// <param name="Key">Type in snake case, or code of the unit; empty for what lies in no part of the area.</param>
/// <param name="UnitId">The unit, for an area.</param>
/// <param name="Name">For people.</param>
/// <param name="Counts">How many stand where.</param>
internal sealed record CompletenessRow(string Key, Guid? UnitId, LocalText Name, StandingCounts Counts);

internal sealed class GetCompletenessHandler(PeriodFrames frames, StandingReader reader, ReadingScope scope)
    : IQueryHandler<GetCompleteness, Result<Completeness>>
{
    public async Task<Result<Completeness>> Handle(GetCompleteness request, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(request.Period, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var unitId = request.UnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var standings = await reader.ReadAsync(frame, unitId, cancellationToken);
        return new Completeness(
            frame.Period.Code, frame.TreeDate, request.By, StandingCounts.Of(standings),
            request.By == CompletenessBy.Type ? ByType(standings) : ByArea(frame, frame.Rollup.UnitOf(unitId), standings));
    }

    /// <summary>By type of unit, in the order of the tiers.</summary>
    internal static IReadOnlyList<CompletenessRow> ByType(IEnumerable<Standing> standings) =>
        [.. standings.GroupBy(standing => standing.UnitType)
            .OrderBy(group => UnitTypeNames.OrderOf(group.Key))
            .Select(group => new CompletenessRow(group.Key, null, UnitTypeNames.Of(group.Key), StandingCounts.Of([.. group])))];

    /// <summary>By the units of the territory directly below, in the order of their names.</summary>
    internal static IReadOnlyList<CompletenessRow> ByArea(PeriodFrame frame, int top, IEnumerable<Standing> standings)
    {
        var rows = standings.GroupBy(standing => AreaOf(frame, top, standing.Unit)).Select(group => group.Key < 0
            ? new CompletenessRow("", null, new LocalText("Không thuộc phường, xã nào", "In no part of the area"), StandingCounts.Of([.. group]))
            : new CompletenessRow(
                frame.Units[group.Key].Code, frame.Units[group.Key].Id, frame.Units[group.Key].Name, StandingCounts.Of([.. group])));
        return [.. rows.OrderBy(row => row.UnitId is null).ThenBy(row => VietnameseOrder.Key(row.Name.Vi), StringComparer.Ordinal)];
    }

    private static int AreaOf(PeriodFrame frame, int top, int unit)
    {
        while (unit >= 0 && frame.Rollup.Territory.Parent(unit) != top) unit = frame.Rollup.Territory.Parent(unit);
        return unit;
    }
}
