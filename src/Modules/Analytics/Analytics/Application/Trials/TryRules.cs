using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Explorer;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Scorecards;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Trials;

/// <summary>Judges past periods by rules that are not in force, and shows who would be judged otherwise. It changes nothing.</summary>
/// <param name="Set">Code of the criteria set.</param>
/// <param name="Periods">Codes of periods.</param>
/// <param name="ParentId">The area; the whole of it where none is named.</param>
/// <param name="Type">The type of units in it; the administrative units directly below where none is named.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Edition">Live figures, or of each period those of its newest edition.</param>
internal sealed record TryRules(
    string? Set, IReadOnlyList<string>? Periods, Guid? ParentId, UnitType? Type, TrialRules? Rules, EditionChoice Edition = default) : IQuery<Result<Trial>>
{
    /// <summary>Periods that are replayed at once.</summary>
    internal const int MostPeriods = 8;

    /// <summary>Units of a period that are judged at once: every ward of a province.</summary>
    internal const int MostUnits = 500;
}

internal sealed class TryRulesHandler(IAnalyticsDb db, EditionFrames editions, ChosenFigures figures, ReadingScope scope, Guardian guardian)
    : IQueryHandler<TryRules, Result<Trial>>
{
    public async Task<Result<Trial>> Handle(TryRules request, CancellationToken cancellationToken)
    {
        var held = guardian.Require(AnalyticsPermissions.EditCatalogue);
        if (!held.Succeeded) return held;
        if (request.Rules is not { } rules) return AnalyticsFailures.TrialOfNothing.On("rules");
        if (request.Edition is { IsLive: false, IsNewest: false }) return AnalyticsFailures.EditionOfManyPeriods.On("edition");
        if (request.Periods is not { Count: > 0 and <= TryRules.MostPeriods } asked) return AnalyticsFailures.PeriodsToChoose.On("periods", TryRules.MostPeriods);
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).Select(period => period.PeriodCode).ToListAsync(cancellationToken);
        if (asked.FirstOrDefault(code => !opened.Contains(code)) is { } unknown) return AnalyticsFailures.PeriodNotFound.On("periods", unknown);
        var areas = new List<(ChosenArea Area, CriteriaSetVersion Version)>();
        foreach (var code in opened.Where(asked.Contains))
        {
            var found = await editions.FindAsync(code, request.Edition, cancellationToken);
            if (!found.Succeeded) return found.WithoutValue();
            var area = await figures.OpenAsync(found.Value, null, cancellationToken);
            if (!area.Succeeded) return area.WithoutValue();
            if (ScoredSets.Of(area.Value.Frame, request.Set ?? "") is not [var version, ..])
                return AnalyticsFailures.SetNotFound.On("set", request.Set ?? "", code);
            areas.Add((area.Value, version));
        }

        if (rules.Refuse([.. areas.Select(area => area.Version)]) is { } refusal) return refusal;
        var periods = new List<TrialPeriod>();
        foreach (var (area, version) in areas)
        {
            var tried = await TryAsync(request, rules, area, version, cancellationToken);
            if (!tried.Succeeded) return tried.WithoutValue();
            periods.Add(tried.Value);
        }

        return new Trial(request.Set!, periods);
    }

    private async Task<Result<TrialPeriod>> TryAsync(
        TryRules request, TrialRules rules, ChosenArea area, CriteriaSetVersion version, CancellationToken cancellationToken)
    {
        var top = request.ParentId ?? area.DefaultUnit(scope);
        if (area.PlaceOf(top) is not (>= 0 and var place)) return AnalyticsFailures.UnitNotInTree.On("parentId", area.TreeDate);
        var allowed = await scope.RequireAsync(area.Frame, top, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var within = request.Type is null ? area.Forest.Children(place) : area.Forest.Subtree(place);
        var units = within.ToArray().Select(unit => area.Units[unit])
            .Where(unit => request.Type is { } type ? unit.Type == type : unit.Type is >= UnitType.UrbanDistrict and < UnitType.Preschool)
            .OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Id).ToList();
        if (units.Count > TryRules.MostUnits) return AnalyticsFailures.AreaTooLarge.On("parentId", TryRules.MostUnits);
        var states = await figures.ReadAsync(area, units, [], cancellationToken);
        var tried = rules.On(version);
        var pairs = units.Where(states.ByUnit.ContainsKey)
            .Select(unit => (Before: Scorecard.Of(states, unit, version), After: Scorecard.Of(states, unit, tried))).ToList();
        var flips = pairs.Select(pair => TrialFlip.Between(pair.Before, pair.After, version, tried)).OfType<TrialFlip>().ToList();
        return new TrialPeriod(
            states.Context, version.Version, pairs.Count, pairs.Count(pair => pair.Before.Answered == 0), flips.Count(flip => flip.Sign > 0),
            flips.Count(flip => flip.Sign < 0), flips);
    }
}
