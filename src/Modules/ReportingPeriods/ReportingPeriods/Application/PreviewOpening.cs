using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>What opening a planned period would fix, by what is known today; refused for the reasons for which opening is.</summary>
internal sealed record PreviewOpening(string PeriodCode) : IQuery<Result<OpeningPreview>>;

/// <summary>What opening would fix.</summary>
/// <param name="Obligations">How many returns would be owed.</param>
/// <param name="Cells">How many cells in all.</param>
/// <param name="Groups">By type of unit and criteria set.</param>
internal sealed record OpeningPreview(int Obligations, long Cells, IReadOnlyList<OpeningGroup> Groups);

/// <summary>Returns of one type of unit for one criteria set.</summary>
/// <param name="UnitType">The type.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="Units">How many units.</param>
/// <param name="FewestCells">Fewest indicators that one of them owes.</param>
/// <param name="MostCells">Most indicators that one of them owes.</param>
/// <param name="Reviewers">How many bodies review them.</param>
/// <param name="DueOn">When they are due.</param>
internal sealed record OpeningGroup(
    string UnitType, string SetCode, int Units, int FewestCells, int MostCells, int Reviewers, DateOnly DueOn);

internal sealed class PreviewOpeningHandler(IReportingPeriodsDb db, Guardian guardian, ObligationSource source, CityCalendar city)
    : IQueryHandler<PreviewOpening, Result<OpeningPreview>>
{
    public async Task<Result<OpeningPreview>> Handle(PreviewOpening request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var period = await db.Periods.AsNoTracking().Include(p => p.Tiers).FirstOrDefaultAsync(p => p.Code == request.PeriodCode, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.PeriodCode);
        var planned = await source.PlanAsync(period, cancellationToken);
        if (!planned.Succeeded) return planned.WithoutValue();
        var calendar = await city.ReadAsync(cancellationToken);
        var due = period.Tiers.ToDictionary(tier => tier.Tier, tier => calendar.AddWorkingDays(period.WindowTo, tier.WorkingDays));
        return new OpeningPreview(
            planned.Value.Count, planned.Value.Sum(owed => (long)owed.IndicatorIds.Count),
            [.. planned.Value.GroupBy(owed => (owed.UnitType, owed.SetCode)).Select(group => new OpeningGroup(
                group.Key.UnitType, group.Key.SetCode, group.Count(), group.Min(owed => owed.IndicatorIds.Count),
                group.Max(owed => owed.IndicatorIds.Count), group.Select(owed => owed.ReviewerUnitId).Distinct().Count(),
                due[Tiers.Of(group.Key.UnitType)]))]);
    }
}
