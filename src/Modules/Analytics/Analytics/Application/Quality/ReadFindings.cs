using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Quality;

/// <summary>Conspicuous figures of a period, the oddest first.</summary>
/// <param name="Period">Code of the period; the newest that has opened where none is named.</param>
/// <param name="UnitId">Only of this unit and those below it; what the caller may work on where none is named.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="State">Only in this state.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
internal sealed record ListFindings(string? Period, Guid? UnitId, FigureFlagKind? Kind, FindingState? State, string? Cursor, int? Limit)
    : IQuery<Result<FindingList>>;

/// <summary>A page of findings.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Open">How many are open, of every kind.</param>
/// <param name="Items">The findings.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record FindingList(string Period, IReadOnlyDictionary<FigureFlagKind, int> Open, IReadOnlyList<FindingItem> Items, string? NextCursor);

/// <summary>One finding; not there for whoever may not work on its unit.</summary>
internal sealed record GetFinding(Guid Id) : IQuery<Result<FindingItem>>;

internal sealed class ReadFindingsHandler(IAnalyticsDb db, PeriodFrames frames, ICurrentUser user, Guardian guardian)
    : IQueryHandler<ListFindings, Result<FindingList>>, IQueryHandler<GetFinding, Result<FindingItem>>
{
    /// <summary>Units that a part of the tree may have; whoever sees more sees all.</summary>
    private const int MostUnits = 1_500;

    public async Task<Result<FindingList>> Handle(ListFindings request, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor;
        var held = guardian.Require(AnalyticsPermissions.Quality);
        if (!held.Succeeded) return held;
        var row = await db.Periods.AsNoTracking().Where(period => request.Period == null || period.PeriodCode == request.Period)
            .OrderByDescending(period => period.TreeDate).FirstOrDefaultAsync(cancellationToken);
        if (row is null || await frames.FindCurrentAsync(row.PeriodId, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        if (request.UnitId is { } asked && frame.Rollup.UnitOf(asked) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        var findings = db.Findings.AsNoTracking().Where(finding => finding.PeriodId == frame.PeriodId);
        if (Within(frame, request.UnitId) is { } within)
        {
            if (within.Length > MostUnits) return AnalyticsFailures.AreaTooLarge.On("unitId", MostUnits);
            findings = findings.Where(finding => EF.Parameter(within).Contains(finding.UnitId));
        }

        var open = await findings.Where(finding => finding.State == FindingState.Open).GroupBy(finding => finding.Kind)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        if (request.Kind is { } kind) findings = findings.Where(finding => finding.Kind == kind);
        if (request.State is { } state) findings = findings.Where(finding => finding.State == state);
        if (after is not null)
        {
            findings = findings.Where(finding => finding.Weight < after.Weight
                || (finding.Weight == after.Weight && (finding.UnitCode.CompareTo(after.Unit) > 0
                    || (finding.UnitCode == after.Unit && finding.Key.CompareTo(after.Key) > 0))));
        }

        var limit = Cursor.Limit(request.Limit);
        var page = await findings.OrderByDescending(finding => finding.Weight).ThenBy(finding => finding.UnitCode).ThenBy(finding => finding.Key)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var shown = Cursor.Page(page, limit, finding => new Place(finding.Weight, finding.UnitCode, finding.Key));
        return new FindingList(frame.Period.Code, open, [.. shown.Items.Select(finding => FindingItem.Of(finding, frame))], shown.NextCursor);
    }

    public async Task<Result<FindingItem>> Handle(GetFinding request, CancellationToken cancellationToken)
    {
        var held = guardian.Require(AnalyticsPermissions.Quality);
        if (!held.Succeeded) return held;
        var finding = await db.Findings.AsNoTracking().FirstOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        if (finding is null || await frames.FindCurrentAsync(finding.PeriodId, cancellationToken) is not { } frame) return PlatformFailures.NotFound;
        var allowed = await guardian.RequireAsync(AnalyticsPermissions.Quality, finding.UnitId, cancellationToken);
        return allowed.Succeeded ? FindingItem.Of(finding, frame) : PlatformFailures.NotFound;
    }

    /// <summary>The units that are asked for and that the caller may work on; null for all of the period.</summary>
    private Guid[]? Within(PeriodFrame frame, Guid? unitId)
    {
        var held = user.ScopeOf(AnalyticsPermissions.QualityCode);
        var roots = held.UnitIds.Select(frame.Rollup.UnitOf).Where(unit => unit >= 0).ToList();
        var mine = held.Everywhere || roots.Exists(root => frame.Rollup.Responsibility.Parent(root) < 0 && !frame.Rollup.Responsibility.IsLeaf(root))
            ? null
            : roots.SelectMany(root => frame.Rollup.Responsibility.Subtree(root).ToArray()).ToHashSet();
        if (unitId is not { } asked || frame.Rollup.UnitOf(asked) == frame.Home) return mine?.Select(unit => frame.Units[unit].Id).ToArray();
        var top = frame.Rollup.UnitOf(asked);
        return [.. frame.Rollup.Responsibility.Subtree(top).ToArray().Union(frame.Rollup.Territory.Subtree(top).ToArray())
            .Where(unit => mine?.Contains(unit) != false).Select(unit => frame.Units[unit].Id)];
    }

    private sealed record Place(int Weight, string Unit, string Key);
}
