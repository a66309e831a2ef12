using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Checks links against the versions in force on a date, and against one another.</summary>
internal sealed class CrosswalkChecks(ICriteriaCatalogDb db, PublishedVersions published)
{
    /// <summary>What does not fit between a link's indicators as they are defined on a date; empty where all does.</summary>
    internal async Task<IReadOnlyList<Failure>> MisfitsAsync(Crosswalk crosswalk, DateOnly on, CancellationToken cancellationToken)
    {
        var problems = new List<Failure>();
        var target = await FindAsync(crosswalk.TargetSetCode, crosswalk.TargetCode, "target", on, problems, cancellationToken);
        var sources = new List<Indicator>();
        foreach (var source in crosswalk.Sources.OrderBy(source => source.Place))
        {
            if (source.SetCode == crosswalk.TargetSetCode) problems.Add(CrosswalkFailures.SameSet.On("sources", source.Code));
            if (await FindAsync(source.SetCode, source.Code, "sources", on, problems, cancellationToken) is { } found) sources.Add(found);
        }

        if (target is null || problems.Count > 0) return problems;
        return CrosswalkFit.Problems(crosswalk, target, sources);
    }

    /// <summary>What keeps a link from being approved beside those that are.</summary>
    internal async Task<IReadOnlyList<Failure>> ConflictsAsync(Crosswalk crosswalk, CancellationToken cancellationToken)
    {
        var sourceIds = crosswalk.Sources.Select(source => source.IndicatorId).ToList();
        var near = await db.Crosswalks.AsNoTracking().Include(other => other.Sources)
            .Where(other => other.State == CrosswalkState.Approved || other.State == CrosswalkState.Ended)
            .Where(other => other.TargetId == crosswalk.TargetId || sourceIds.Contains(other.TargetId)
                || other.Sources.Any(source => source.IndicatorId == crosswalk.TargetId))
            .ToListAsync(cancellationToken);
        return CrosswalkRules.Problems(crosswalk.Shape, near.Select(other => other.Shape));
    }

    /// <summary>The audit row of a step.</summary>
    internal static AuditEntry Entry(string action, Crosswalk crosswalk) => new(
        $"criteria_catalog.{action}", "crosswalk", crosswalk.Id.ToString(), Details: new
        {
            kind = crosswalk.Kind,
            target = $"{crosswalk.TargetSetCode}/{crosswalk.TargetCode}",
            sources = crosswalk.Sources.Select(source => $"{source.SetCode}/{source.Code}"),
            crosswalk.ValidFrom,
            crosswalk.ValidTo,
        });

    private async Task<Indicator?> FindAsync(
        string setCode, string code, string field, DateOnly on, List<Failure> problems, CancellationToken cancellationToken)
    {
        var version = await published.FindAsync(db, setCode, on, cancellationToken);
        var indicator = version?.Indicators.FirstOrDefault(indicator => indicator.Code == code);
        if (indicator is null) problems.Add(CrosswalkFailures.NotInForce.On(field, setCode, code, on));
        return indicator;
    }
}
