using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Tests.Domain.Rollups;

/// <summary>A made-up city: two trees, indicators of every rule, and what each unit has handed in.</summary>
internal sealed class City
{
    /// <summary>Places of the indicators that links answer: whole, in parts, by a formula.</summary>
    internal const int LinkedSum = 11;
    internal const int LinkedParts = 12;
    internal const int LinkedFormula = 13;

    private readonly Dictionary<int, Contribution> _handedIn = [];
    private readonly Dictionary<int, Contribution> _contributions = [];

    private City(RollupFrame frame, ColumnTable columns, IndicatorSet[] asked, UnitSupplements supplements) =>
        (Frame, Columns, Asked, Supplements) = (frame, columns, asked, supplements);

    internal RollupFrame Frame { get; }

    internal ColumnTable Columns { get; }

    /// <summary>By unit: the cells of its obligations.</summary>
    internal IndicatorSet[] Asked { get; }

    internal UnitSupplements Supplements { get; }

    /// <summary>What a unit gives, with what links answer.</summary>
    internal Contribution Of(int unit) => _contributions.GetValueOrDefault(unit);

    /// <summary>What a unit handed in itself.</summary>
    internal Contribution HandedIn(int unit) => _handedIn.GetValueOrDefault(unit);

    internal void Set(int unit, Contribution contribution)
    {
        _handedIn[unit] = contribution;
        _contributions[unit] = Supplements.Complete(unit, contribution, default);
    }

    /// <summary>A city of some size, everything in it by chance.</summary>
    internal static City ByChance(int seed, int units)
    {
        var chance = new Random(seed);
        IndicatorRule[] indicators =
        [
            .. Enum.GetValues<Summing>().Select(summing => new IndicatorRule(Ids(chance), summing, Replaces: true)),
            new(Ids(chance), Summing.Sum, Replaces: false),
            new(Ids(chance), Summing.Ratio, Replaces: false),
            new(Ids(chance), Summing.Sum, Replaces: false) { Covers = true },
            new(Ids(chance), Summing.Sum, Replaces: false),
            new(Ids(chance), Summing.Sum, Replaces: chance.Next(2) == 0),
            new(Ids(chance), Summing.Sum, Replaces: false),
        ];
        var (responsibility, territory) = (Tree(chance, units), Tree(chance, units));

        // In every second city most units that have others below owe nothing, as provinces do: they are sums and nothing else.
        var sums = chance.Next(2) == 0;
        bool IsSum(int unit) => sums && !(responsibility.IsLeaf(unit) && territory.IsLeaf(unit)) && chance.Next(6) > 0;
        var owed = Enumerable.Range(0, units)
            .Select(unit => IsSum(unit) ? default : IndicatorSet.Of(Enumerable.Range(0, indicators.Length).Where(_ => chance.Next(3) > 0))).ToArray();
        var supplements = new UnitSupplements(owed, Links(chance), new Dictionary<int, IReadOnlyList<GivenPart>>(), []);
        var frame = new RollupFrame([.. Enumerable.Range(0, units).Select(_ => Ids(chance))], responsibility, territory, indicators, supplements.Cells);
        var city = new City(frame, new ColumnTable(indicators.Length, [new(1, "sex=female"), new(2, "sex=female")]), owed, supplements);
        for (var unit = 0; unit < units; unit++) city.Change(chance, unit);
        return city;
    }

    /// <summary>A unit hands in something else, or takes it back, by chance.</summary>
    internal void Change(Random chance, int unit)
    {
        var all = IndicatorSet.Of(Enumerable.Range(0, Frame.Indicators.Count));
        switch (chance.Next(5))
        {
            case 0:
                Set(unit, default);
                return;
            case 1:
                Set(unit, new(all, default, default));
                return;
        }

        var cells = Enumerable.Range(0, Columns.Count)
            .Where(_ => chance.Next(4) > 0)
            .Select(column => Cell(chance, column))
            .ToArray();
        Set(unit, new(all, all, cells));
    }

    /// <summary>Some links, by chance: equal, two parts of one target, a formula.</summary>
    private static List<IndicatorLink> Links(Random chance)
    {
        var links = new List<IndicatorLink>();
        if (chance.Next(2) == 0) links.Add(new(Ids(chance), CrosswalkKind.Equal, LinkedSum, [Source(1)], null));
        if (chance.Next(2) == 0) links.Add(new(Ids(chance), CrosswalkKind.Equal, 9, [Source(2)], null));
        if (chance.Next(2) == 0) links.Add(new(Ids(chance), CrosswalkKind.Part, LinkedParts, [Source(1)], null));
        if (chance.Next(2) == 0) links.Add(new(Ids(chance), CrosswalkKind.Part, LinkedParts, [Source(8)], null));
        if (chance.Next(2) == 0)
        {
            links.Add(new(Ids(chance), CrosswalkKind.Formula, LinkedFormula, [Source(1), Source(8)], new("[set/1] + [set/8]", new FormulaOperation(
                FormulaOperator.Add, new FormulaValue(new("set/1", FormulaPart.Value)), new FormulaValue(new("set/8", FormulaPart.Value))))));
        }

        return links;
    }

    private static LinkSource Source(int indicator) => new(indicator, $"set/{indicator}", IsFraction: false, 1);

    private OwnCell Cell(Random chance, int column)
    {
        var answer = chance.Next(8) switch { 0 => Answer.NotApplicable, 1 => Answer.NotAvailable, 2 => Answer.None, _ => Answer.Value };
        if (answer != Answer.Value) return new(column, answer, 0, 0);
        return Frame.Indicators[Columns[column].Indicator].Summing switch
        {
            Summing.Yes => new(column, answer, chance.Next(2), 0),
            Summing.Levels => new(column, answer, chance.Next(4), 0),
            Summing.Ratio => new(column, answer, chance.Next(1000), chance.Next(1000)),
            _ => new(column, answer, chance.NextInt64(-1_000_000_000, 1_000_000_000) / 1_000_000m, 0),
        };
    }

    // Mostly one root, sometimes more; each unit hangs under an earlier one of a shuffled order, so that the two trees differ.
    private static Forest Tree(Random chance, int units)
    {
        var order = Enumerable.Range(0, units).ToArray();
        chance.Shuffle(order);
        var parents = new int[units];
        for (var i = 0; i < units; i++) parents[order[i]] = i == 0 || chance.Next(25) == 0 ? -1 : order[chance.Next(Math.Max(1, i / 2))];
        return new(parents);
    }

    private static Guid Ids(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(bytes);
    }
}

/// <summary>The roll-up by its definition, one unit and one cell at a time: slow, and too simple to be wrong in the same way.</summary>
internal static class ByDefinition
{
    internal static RollupState StateOf(City city, UnitRelation relation, int top, int column)
    {
        var state = default(RollupState);
        var (indicator, disaggregation) = city.Columns[column];
        var summing = city.Frame.Indicators[indicator].Summing;
        foreach (var unit in Subtree(city.Frame.Along(relation), top))
        {
            if (!city.Frame.Owed(unit).Has(indicator)) continue;
            var own = city.Of(unit);
            var cell = own.Cells.ToArray().FirstOrDefault(cell => cell.Column == column);
            if (disaggregation.Length == 0)
            {
                state.Coverage.Expected++;
                if (own.Submitted.Has(indicator) && !own.Approved.Has(indicator)) state.Coverage.Reported++;
            }

            if (cell.Answer != Answer.None)
            {
                state.Coverage.Reported++;
                state.Coverage.Approved++;
                if (cell.Answer == Answer.NotApplicable) state.Coverage.NotApplicable++;
                if (cell.Answer == Answer.NotAvailable) state.Coverage.NotAvailable++;
            }

            if (IsReplacedWithin(city, relation, top, unit, indicator) || IsCoveredWithin(city, relation, top, unit, indicator)) continue;
            state.Measure.Count(cell, summing);
            if (disaggregation.Length == 0 && IsPending(city, unit, indicator)) state.Measure.Pending++;
        }

        return state;
    }

    // Somebody whom the unit reports to, and who belongs to the same part of the tree, has answered for it.
    private static bool IsReplacedWithin(City city, UnitRelation relation, int top, int unit, int indicator) =>
        Above(city.Frame.Responsibility, unit).Any(above =>
            Answers(city, above, indicator) && Above(city.Frame.Along(relation), above).Prepend(above).Contains(top));

    // Somebody above it, in this tree, has a value that stands for everything below.
    private static bool IsCoveredWithin(City city, UnitRelation relation, int top, int unit, int indicator) =>
        city.Frame.Indicators[indicator].Covers
        && Above(city.Frame.Along(relation), unit).Any(above =>
            city.Frame.Owed(above).Has(indicator) && city.Of(above).Cells.ToArray().Any(cell => cell.Column == indicator && cell.Answer == Answer.Value)
            && Above(city.Frame.Along(relation), above).Prepend(above).Contains(top));

    private static bool Answers(City city, int unit, int indicator) =>
        city.Frame.Indicators[indicator].Replaces && city.Frame.Owed(unit).Has(indicator)
        && city.Of(unit).Cells.ToArray().Any(cell => cell.Column == indicator && cell.Answer is Answer.Value or Answer.NotApplicable
            && cell.Column == indicator);

    private static bool IsPending(City city, int unit, int indicator) =>
        city.Frame.Indicators[indicator].Replaces && city.Frame.Owed(unit).Has(indicator) && !Answers(city, unit, indicator)
        && Subtree(city.Frame.Responsibility, unit).Any(below => below != unit && city.Frame.Owed(below).Has(indicator)
            && city.Of(below).Cells.ToArray().Any(cell => cell.Column == indicator && cell.Answer != Answer.None));

    private static IEnumerable<int> Subtree(Forest forest, int top) =>
        Enumerable.Range(0, forest.Count).Where(unit => Above(forest, unit).Prepend(unit).Contains(top));

    private static IEnumerable<int> Above(Forest forest, int unit)
    {
        for (var at = forest.Parent(unit); at >= 0; at = forest.Parent(at)) yield return at;
    }
}
