using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Plans;

/// <summary>Plans within the caller's scope, the latest first.</summary>
internal sealed record ReadPlans(Guid? UnitId, string? Cursor, int? Limit) : IQuery<Result<Page<PlanItem>>>;

/// <summary>One plan with its targets.</summary>
internal sealed record ReadPlan(Guid PlanId) : IQuery<Result<PlanItem>>;

/// <summary>The file of a plan.</summary>
internal sealed record ReadPlanFile(Guid PlanId) : IQuery<Result<PlanDownload>>;

/// <summary>A file to send.</summary>
internal sealed record PlanDownload(string FileName, string Hash, byte[] Content);

/// <summary>A plan.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="UnitId">Whose plan it is.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Title">What it is called.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="FileName">The attached file; null where there is none.</param>
/// <param name="FileSize">Its size in bytes.</param>
/// <param name="SetCode">The criteria set of its targets.</param>
/// <param name="Targets">Its own targets, by indicator and year.</param>
/// <param name="MayKeep">Whether the caller keeps it.</param>
internal sealed record PlanItem(
    Guid Id, int Version, Guid UnitId, LocalText UnitName, string Number, DateOnly IssuedOn, string Title, int FromYear, int ToYear, string? Link,
    string? FileName, long FileSize, string? SetCode, IReadOnlyList<PlanTarget> Targets, bool MayKeep);

internal sealed class ReadPlansHandler(
    IReportingPeriodsDb db, Guardian guardian, MeetingAccess access, UnitNames units, TimeProvider clock) :
    IQueryHandler<ReadPlans, Result<Page<PlanItem>>>, IQueryHandler<ReadPlan, Result<PlanItem>>, IQueryHandler<ReadPlanFile, Result<PlanDownload>>
{
    public async Task<Result<Page<PlanItem>>> Handle(ReadPlans request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var list = access.Plans(db.Plans.AsNoTracking());
        if (request.UnitId is { } unitId) list = list.Where(p => p.UnitId == unitId);
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            list = list.Where(p => p.IssuedOn < after.IssuedOn || (p.IssuedOn == after.IssuedOn
                && (string.Compare(p.UnitCode, after.UnitCode) > 0 || (p.UnitCode == after.UnitCode && p.Sequence > after.Sequence))));
#pragma warning restore CA1309
        }

        var rows = await list.OrderByDescending(p => p.IssuedOn).ThenBy(p => p.UnitCode).ThenBy(p => p.Sequence)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, p => new Place(p.IssuedOn, p.UnitCode, p.Sequence));
        return new Page<PlanItem>(await ShowAsync(page.Items, cancellationToken), page.NextCursor);
    }

    public async Task<Result<PlanItem>> Handle(ReadPlan request, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(request.PlanId, cancellationToken);
        return plan.Succeeded ? (await ShowAsync([plan.Value], cancellationToken))[0] : plan.WithoutValue();
    }

    public async Task<Result<PlanDownload>> Handle(ReadPlanFile request, CancellationToken cancellationToken)
    {
        var plan = await FindAsync(request.PlanId, cancellationToken);
        if (!plan.Succeeded) return plan.WithoutValue();
        var file = await db.PlanFiles.AsNoTracking().FirstOrDefaultAsync(f => f.PlanId == plan.Value.Id, cancellationToken);
        return file is null ? MeetingFailures.NoFile : new PlanDownload(plan.Value.FileName!, plan.Value.FileHash!, file.Content);
    }

    private async Task<Result<UnitPlan>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var plan = await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (plan is null) return MeetingFailures.UnknownPlan;
        return await access.Plans(db.Plans.AsNoTracking()).AnyAsync(p => p.Id == id, cancellationToken) ? plan : PlatformFailures.NotAllowed;
    }

    private async Task<IReadOnlyList<PlanItem>> ShowAsync(IReadOnlyList<UnitPlan> plans, CancellationToken cancellationToken)
    {
        var names = await units.OfAsync(plans.Select(p => p.UnitId), CityTime.Today(clock), cancellationToken);
        var keeps = new Dictionary<Guid, bool>();
        foreach (var unitId in plans.Select(p => p.UnitId).Distinct())
            keeps[unitId] = (await guardian.RequireAsync(ReportingPeriodsPermissions.KeepPlans, unitId, cancellationToken)).Succeeded;
        return [.. plans.Select(p => new PlanItem(
            p.Id, p.Version, p.UnitId, names[p.UnitId], p.Number, p.IssuedOn, p.Title, p.FromYear, p.ToYear, p.Link, p.FileName, p.FileSize,
            p.SetCode, [.. p.Targets.OrderBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Year)], keeps[p.UnitId]))];
    }

    internal sealed record Place(DateOnly IssuedOn, string UnitCode, int Sequence);
}
