using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>An obligation whose unit ended before the report was in.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Number">Its number within the period.</param>
/// <param name="UnitId">The unit that ended.</param>
/// <param name="UnitName">Its last name.</param>
/// <param name="EndedOn">Its last day.</param>
/// <param name="State"><c>undecided</c>, <c>kept</c> or <c>handed_over</c>.</param>
/// <param name="ToUnitId">The unit that took it over.</param>
/// <param name="ToUnitName">Its name.</param>
/// <param name="Reason">Why it was so decided.</param>
/// <param name="Successors">Units that it went into, by the registry.</param>
internal sealed record HandOverItem(
    Guid ObligationId, int Number, Guid UnitId, LocalText UnitName, DateOnly? EndedOn, string State, Guid? ToUnitId, LocalText? ToUnitName,
    string? Reason, IReadOnlyList<Successor> Successors);

/// <summary>A unit that another went into.</summary>
internal sealed record Successor(Guid UnitId, LocalText Name);

/// <summary>
/// The obligations of a period under way whose units no longer exist and that were not handed in, in order of their numbers; at most
/// the first 200, for as they are decided they stay on the list with the decision.
/// </summary>
internal sealed record ReadHandOvers(string PeriodCode) : IQuery<Result<IReadOnlyList<HandOverItem>>>;

internal sealed class ReadHandOversHandler(IReportingPeriodsDb db, Guardian guardian, TimeProvider clock, ISender sender)
    : IQueryHandler<ReadHandOvers, Result<IReadOnlyList<HandOverItem>>>
{
    private const int Shown = 200;

    public async Task<Result<IReadOnlyList<HandOverItem>>> Handle(ReadHandOvers request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PeriodCode, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.PeriodCode);
        if (period.State != PeriodState.Open) return new List<HandOverItem>();
        var today = CityTime.Today(clock);
        var submitted = await sender.Send(new FindSubmittedObligations(period.Id), cancellationToken);
        var ended = (await db.Obligations.AsNoTracking()
                .Where(o => o.PeriodId == period.Id && !db.UnitPlaces.Any(place => place.UnitId == o.UnitId && place.Depth == 0
                    && place.ValidFrom <= today && (place.ValidTo == null || place.ValidTo >= today)))
                .OrderBy(o => o.Number).ToListAsync(cancellationToken))
            .Where(o => !submitted.Contains(o.Id)).Take(Shown).ToList();
        return ended.Count == 0 ? new List<HandOverItem>() : await ShowAsync(period, ended, today, cancellationToken);
    }

    private async Task<List<HandOverItem>> ShowAsync(
        ReportingPeriod period, List<UnitObligation> ended, DateOnly today, CancellationToken cancellationToken)
    {
        var decisions = (await db.HandOvers.AsNoTracking().Where(h => h.PeriodId == period.Id).ToListAsync(cancellationToken))
            .GroupBy(h => h.ObligationId).ToDictionary(g => g.Key, g => g.MaxBy(h => h.Number)!);
        var ids = ended.Select(o => o.UnitId).ToHashSet();
        var lineage = (await sender.Send(new GetLineage(period.WindowTo < today ? period.WindowTo : period.WindowFrom, today), cancellationToken))
            .Where(link => ids.Contains(link.FromUnitId) && link.FromUnitId != link.ToUnitId).ToLookup(link => link.FromUnitId, link => link.ToUnitId);
        var asked = ids.Concat(lineage.SelectMany(links => links)).Concat(ended.Select(o => o.CarriedByUnitId).OfType<Guid>()).Distinct().ToList();
        var units = (await sender.Send(new GetUnits(asked, today), cancellationToken)).ToDictionary(unit => unit.Id);
        LocalText NameOf(Guid id) => units.GetValueOrDefault(id)?.Name ?? new LocalText("(chưa rõ)", "(unknown)");
        return ended.ConvertAll(o =>
        {
            var decision = decisions.GetValueOrDefault(o.Id);
            return new HandOverItem(
                o.Id, o.Number, o.UnitId, NameOf(o.UnitId), units.GetValueOrDefault(o.UnitId)?.ValidTo,
                decision is null ? "undecided" : decision.ToUnitId is null ? "kept" : "handed_over",
                o.CarriedByUnitId, o.CarriedByUnitId is { } carrier ? NameOf(carrier) : null, decision?.Reason,
                [.. lineage[o.UnitId].Distinct().Select(id => new Successor(id, NameOf(id)))]);
        });
    }
}
