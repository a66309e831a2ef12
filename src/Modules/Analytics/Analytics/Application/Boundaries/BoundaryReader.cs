using System.Globalization;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Boundaries;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Boundaries;

/// <summary>Reads figures of a period on the territory of another date.</summary>
internal sealed class BoundaryReader(ISender sender, ContributionLoader loader, EditionContents contents)
{
    private readonly Dictionary<string, ChosenTree> _trees = [];

    /// <summary>
    /// The territory of a date as a frame knows it: live, as the registry tells it now; of an edition, as it was told when that was sealed,
    /// so that its figures stay what they were on every boundary. Refuses a date that nothing is known of.
    /// </summary>
    internal async Task<Result<ChosenTree>> TreeAsync(PeriodFrame frame, DateOnly date, CancellationToken cancellationToken)
    {
        if (frame.Edition is not { } edition)
        {
            var live = await KeepAsync(
                FormattableString.Invariant($"{date:O}"), date, () => sender.Send(new GetTree(date, UnitRelation.LiesIn), cancellationToken));
            return live.Units.Count > 0 ? live : AnalyticsFailures.UnitNotInTree.On("treeDate", date);
        }

        if (!edition.Trees.TryGetValue(date, out var tree))
        {
            var kept = string.Join(", ", edition.Trees.Keys.Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return AnalyticsFailures.BoundariesNotSealed.On("treeDate", kept);
        }

        return await KeepAsync(
            tree.Units, date, async () => await contents.ReadAsync<List<UnitSummary>>(tree.Units, cancellationToken));
    }

    /// <summary>Where the units of a period stand on a tree.</summary>
    internal async Task<ChosenBoundaries> FollowAsync(PeriodFrame frame, ChosenTree tree, CancellationToken cancellationToken)
    {
        var links = (await LineageAsync(frame, tree.Date, cancellationToken)).ToLookup(link => link.FromUnitId);
        return new(frame.Rollup.Territory, tree.Forest, PartsOf, tree.Date >= frame.TreeDate);

        // In the order of codes: which part takes the rounding residue must not depend on the order of rows.
        IReadOnlyList<PlacedPart> PartsOf(int unit) =>
        [
            .. links[frame.Units[unit].Id].Select(link => (link.Share, Place: tree.PlaceOf(link.ToUnitId), Id: link.ToUnitId))
                .OrderBy(part => part.Place < 0).ThenBy(part => part.Place < 0 ? "" : tree.Units[part.Place].Code, StringComparer.Ordinal)
                .ThenBy(part => part.Id)
                .Select(part => new PlacedPart(part.Place, part.Share)),
        ];
    }

    /// <summary>States of some units of the tree, for some indicators; with the remainder if a root is among them.</summary>
    internal async Task<UnitStates> ReadAsync(
        PeriodFrame frame, ChosenTree tree, IReadOnlyCollection<Guid> unitIds, IndicatorSet indicators, CancellationToken cancellationToken)
    {
        indicators = Derivation.WithInputs(frame, indicators);
        var columns = frame.CopyColumns();
        var store = await loader.LoadAsync(frame, columns, cancellationToken);
        var boundaries = await FollowAsync(frame, tree, cancellationToken);
        var wanted = unitIds.Select(tree.PlaceOf).Where(place => place >= 0).Distinct().ToList();
        var root = wanted.FindIndex(tree.IsRoot) is var at and >= 0 ? wanted[at] : -1;
        var totals = new BoundaryRollup(frame.Rollup, columns, store.Of, boundaries, wanted, root, indicators).Totals;
        return new(frame, UnitRelation.LiesIn, wanted.ToDictionary(place => tree.Units[place].Id, place => totals.StatesOf(place)))
        {
            Conversion = new(
                tree,
                wanted.ToDictionary(place => tree.Units[place].Id, totals.EstimatesOf),
                wanted.ToDictionary(place => tree.Units[place].Id, totals.MissingAt),
                root < 0 ? null : totals.Outside,
                Summarize(frame, tree, boundaries, totals)),
        };
    }

    private async Task<IReadOnlyList<LineageLink>> LineageAsync(PeriodFrame frame, DateOnly date, CancellationToken cancellationToken) =>
        frame.Edition is { } edition
            ? await contents.ReadAsync<List<LineageLink>>(edition.Trees[date].Lineage, cancellationToken)
            : await sender.Send(new GetLineage(frame.TreeDate, date), cancellationToken);

    private async Task<ChosenTree> KeepAsync(string key, DateOnly date, Func<Task<IReadOnlyList<UnitSummary>>> read)
    {
        if (_trees.TryGetValue(key, out var known)) return known;
        return _trees[key] = new(date, await read());
    }

    private static ConversionSummary Summarize(PeriodFrame frame, ChosenTree tree, ChosenBoundaries boundaries, BoundaryTotals totals) => new(
        frame.TreeDate, totals.Estimated.Count, totals.NotConvertible.Count,
        [.. First(frame, totals.NotConvertible).Select(unit => new NotConvertible(
            frame.Units[unit].Id, frame.Units[unit].Code, frame.Units[unit].Name, totals.NotConvertible[unit],
            Named(tree, boundaries.Of(unit).Lowest),
            [.. boundaries.Of(unit).Parts.Select(part => Named(tree, part.Unit)).OfType<NamedUnit>()]))],
        totals.OutsideUnits.Count,
        [.. First(frame, totals.OutsideUnits).Select(unit => new OutsideUnit(
            frame.Units[unit].Id, frame.Units[unit].Code, frame.Units[unit].Name, totals.OutsideUnits[unit]))]);

    private static IEnumerable<int> First(PeriodFrame frame, Dictionary<int, int> units) =>
        units.Keys.OrderBy(unit => frame.Units[unit].Code, StringComparer.Ordinal).Take(ConversionSummary.Most);

    private static NamedUnit? Named(ChosenTree tree, int place) =>
        place < 0 ? null : new(tree.Units[place].Id, tree.Units[place].Code, tree.Units[place].Name);
}
