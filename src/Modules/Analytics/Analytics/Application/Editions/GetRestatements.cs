using System.Globalization;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>The restatement list of an edition against the one before it: approved then, known now, why, who.</summary>
/// <param name="EditionId">The edition.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many reports on a page; a report's cells are never split.</param>
internal sealed record GetRestatements(Guid EditionId, string? Cursor, int? Limit) : IQuery<Result<RestatementPage>>;

/// <summary>What was corrected since an edition and waits for the next one.</summary>
/// <param name="EditionId">The edition.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many reports on a page.</param>
internal sealed record GetPendingRestatements(Guid EditionId, string? Cursor, int? Limit) : IQuery<Result<RestatementPage>>;

/// <summary>Restated cells.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Before">The edition that said what was approved then; null for a first edition, which restates nothing.</param>
/// <param name="Edition">The edition that says what is known now; <c>live</c> for what waits for the next one.</param>
/// <param name="Reports">How many reports changed.</param>
/// <param name="Items">The cells, in the order of units.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record RestatementPage(
    string Period, int? Before, string Edition, int Reports, IReadOnlyList<Restatement> Items, string? NextCursor);

internal sealed class GetRestatementsHandler(
    IAnalyticsDb db, EditionReader editions, EditionFrames frames, Restatements restatements, Guardian guardian, ICurrentUser user)
    : IQueryHandler<GetRestatements, Result<RestatementPage>>, IQueryHandler<GetPendingRestatements, Result<RestatementPage>>
{
    public async Task<Result<RestatementPage>> Handle(GetRestatements request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.EditionId, cancellationToken);
        if (edition is null) return PlatformFailures.NotFound;
        var before = await editions.BeforeAsync(edition, cancellationToken);
        IReadOnlyList<SheetChange> changes = before is null ? [] : await restatements.BetweenAsync(before, edition, cancellationToken);
        var frame = await frames.FrameOfAsync(edition, cancellationToken);
        return await PageAsync(frame, before?.Number, FigureContext.EditionOf(frame), changes, request.Cursor, request.Limit, cancellationToken);
    }

    public async Task<Result<RestatementPage>> Handle(GetPendingRestatements request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.EditionId, cancellationToken);
        if (edition is null) return PlatformFailures.NotFound;
        var frame = await frames.FrameOfAsync(edition, cancellationToken);
        return await PageAsync(
            frame, edition.Number, FigureContext.Live, await restatements.SinceAsync(edition, cancellationToken), request.Cursor, request.Limit,
            cancellationToken);
    }

    private async Task<Result<RestatementPage>> PageAsync(
        PeriodFrame frame, int? before, string edition, IReadOnlyList<SheetChange> changes, string? cursor, int? most,
        CancellationToken cancellationToken)
    {
        var start = 0;
        if (!Cursor.TryRead<string>(cursor, out var after)
            || (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out start)))
            return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(most);
        var visible = changes.Where(change => MaySee(frame, change.UnitId))
            .OrderBy(change => frame.Units[frame.Rollup.UnitOf(change.UnitId)].Code, StringComparer.Ordinal)
            .ThenBy(change => change.SubmissionId.ToString("N"), StringComparer.Ordinal).ToList();
        var shown = visible.Skip(start).Take(limit).ToList();
        return new RestatementPage(
            frame.Period.Code, before, edition, visible.Count, await restatements.CellsAsync(frame, shown, cancellationToken),
            visible.Count > start + limit ? Cursor.Write((start + limit).ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>A reader of a part sees what was restated in that part.</summary>
    private bool MaySee(PeriodFrame frame, Guid unitId)
    {
        var unit = frame.Rollup.UnitOf(unitId);
        var held = user.ScopeOf(AnalyticsPermissions.ReadCode);
        return unit >= 0 && (held.Everywhere || held.UnitIds.Select(frame.Rollup.UnitOf)
            .Any(root => root >= 0 && frame.Rollup.Responsibility.Contains(root, unit)));
    }
}
