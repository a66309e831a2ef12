using FsCheck;
using FsCheck.Fluent;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Tests.Domain.Rollups;

/// <summary>The laws of architecture.md section 10, by property, with fixed seeds.</summary>
internal sealed class RollupLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260922UL, 1UL);

    private static readonly Gen<City> Cities =
        from seed in Gen.Choose(0, 1_000_000)
        from units in Gen.Choose(1, 60)
        select City.ByChance(seed, units);

    [Test]
    public void A_full_rollup_is_what_the_definition_says() => Check(Cities, city =>
    {
        var full = new FullRollup(city.Frame, city.Columns, city.Of);
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            foreach (var unit in full.UnitsAlong(relation))
            {
                var states = StatesOf(full, relation, unit);
                for (var column = 0; column < city.Columns.Count; column++)
                    states[column].ShouldBe(ByDefinition.StateOf(city, relation, unit, column), $"{relation} {unit} {column}");
            }
        }
    });

    [Test]
    public void An_incremental_rollup_equals_the_full_one() => Check(
        from city in Cities
        from seed in Gen.Choose(0, 1_000_000)
        select (City: city, Seed: seed),
        async pair =>
        {
            var (city, chance) = (pair.City, new Random(pair.Seed));
            var stored = new StoredRollups(city, new FullRollup(city.Frame, city.Columns, city.Of));
            for (var round = 0; round < 4; round++)
            {
                var changed = Enumerable.Range(0, city.Frame.Units.Count).Where(_ => chance.Next(6) == 0).ToList();
                foreach (var unit in changed) city.Change(chance, unit);
                stored.Keep(await new PartialRollup(city.Frame, city.Columns, stored.Forget()).ComputeAsync(changed, default));
                stored.ShouldEqual(new FullRollup(city.Frame, city.Columns, city.Of));
            }
        });

    [Test]
    public void The_order_in_which_units_report_does_not_matter() => Check(
        from city in Cities
        from seed in Gen.Choose(0, 1_000_000)
        select (City: city, Seed: seed),
        async pair =>
        {
            var (city, order) = (pair.City, Enumerable.Range(0, pair.City.Frame.Units.Count).ToArray());
            new Random(pair.Seed).Shuffle(order);
            var arrived = new Dictionary<int, Contribution>();
            Contribution Of(int unit) => arrived.GetValueOrDefault(unit);
            var stored = new StoredRollups(city, new FullRollup(city.Frame, city.Columns, Of), Of);
            foreach (var unit in order)
            {
                arrived[unit] = city.Of(unit);
                stored.Keep(await new PartialRollup(city.Frame, city.Columns, stored.Forget()).ComputeAsync([unit], default));
            }

            stored.ShouldEqual(new FullRollup(city.Frame, city.Columns, city.Of));
        });

    [Test]
    public void Children_and_own_values_add_up_to_the_parent_where_nothing_is_replaced() => Check(Cities, city =>
    {
        var full = new FullRollup(city.Frame, city.Columns, city.Of);
        var added = Enumerable.Range(0, city.Frame.Indicators.Count).First(i => !city.Frame.Indicators[i].Replaces);
        foreach (var unit in full.UnitsAlong(UnitRelation.LiesIn))
        {
            var sum = OwnValue(city, unit, added);
            foreach (var child in city.Frame.Territory.Children(unit))
            {
                sum += city.Frame.Territory.IsLeaf(child)
                    ? OwnValue(city, child, added)
                    : StatesOf(full, UnitRelation.LiesIn, child)[added].Measure.Sum;
            }

            StatesOf(full, UnitRelation.LiesIn, unit)[added].Measure.Sum.ShouldBe(sum);
        }
    });

    [Test]
    public void A_partition_of_the_tree_adds_up_to_its_root() => Check(Cities, city =>
    {
        var full = new FullRollup(city.Frame, city.Columns, city.Of);
        var forest = city.Frame.Territory;
        foreach (var root in forest.Roots.Where(root => !forest.IsLeaf(root)))
        {
            // The root by itself, the children of the root, and of every second child its own parts in its stead.
            var expected = 0;
            foreach (var unit in forest.Subtree(root)) expected += city.Frame.Owed(unit).Has(1) ? 1 : 0;
            StatesOf(full, UnitRelation.LiesIn, root)[1].Coverage.Expected.ShouldBe(expected);
            var parts = city.Frame.Owed(root).Has(1) ? 1 : 0;
            foreach (var child in forest.Children(root))
            {
                parts += forest.IsLeaf(child)
                    ? city.Frame.Owed(child).Has(1) ? 1 : 0
                    : StatesOf(full, UnitRelation.LiesIn, child)[1].Coverage.Expected;
            }

            parts.ShouldBe(expected);
        }
    });

    [Test]
    public void States_survive_being_written_and_read() => Check(Cities, city =>
    {
        var full = new FullRollup(city.Frame, city.Columns, city.Of);
        foreach (var unit in full.UnitsAlong(UnitRelation.LiesIn))
        {
            var states = StatesOf(full, UnitRelation.LiesIn, unit);
            var bytes = RollupCodec.Write(states);
            RollupCodec.Read(bytes, states.Length).ShouldBe(states);
            RollupCodec.Write(RollupCodec.Read(bytes, states.Length)).ShouldBe(bytes);
        }
    });

    internal static RollupState[] StatesOf(FullRollup full, UnitRelation relation, int unit)
    {
        full.TryGet(relation, unit, out var states).ShouldBeTrue();
        return states.ToArray();
    }

    private static decimal OwnValue(City city, int unit, int indicator) => !city.Frame.Owed(unit).Has(indicator)
        ? 0
        : city.Of(unit).Cells.ToArray().Where(cell => cell.Column == indicator && cell.Answer == Answer.Value).Sum(cell => cell.Number);

    private static void Check<T>(Gen<T> inputs, Action<T> law) =>
        Prop.ForAll(inputs.ToArbitrary(), law).Check(Fixed);

    private static void Check<T>(Gen<T> inputs, Func<T, Task> law) =>
        Prop.ForAll(inputs.ToArbitrary(), input => law(input).GetAwaiter().GetResult()).Check(Fixed);

    /// <summary>Rows as a database would keep them: bytes.</summary>
    private sealed class StoredRollups : IRollupSource
    {
        private readonly Dictionary<(UnitRelation, int), byte[]> _rows = [];
        private readonly HashSet<int> _loaded = [];
        private readonly City _city;
        private readonly Func<int, Contribution> _own;

        internal StoredRollups(City city, FullRollup full, Func<int, Contribution>? own = null)
        {
            (_city, _own) = (city, own ?? city.Of);
            foreach (var (row, states) in RowsOf(full)) _rows[row] = RollupCodec.Write(states);
        }

        public Task LoadAsync(IReadOnlySet<int> units, CancellationToken cancellationToken)
        {
            _loaded.UnionWith(units);
            return Task.CompletedTask;
        }

        public Contribution Of(int unit) =>
            _loaded.Contains(unit) ? _own(unit) : throw new InvalidOperationException($"Unit {unit} was not loaded.");

        public Task<IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]>> StatesAsync(
            IReadOnlySet<(UnitRelation Relation, int Unit)> rows, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]>>(
                rows.Where(_rows.ContainsKey).ToDictionary(row => row, row => RollupCodec.Read(_rows[row], _city.Columns.Count)));

        internal StoredRollups Forget()
        {
            _loaded.Clear();
            return this;
        }

        internal void Keep(IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]> fresh)
        {
            foreach (var (row, states) in fresh) _rows[row] = RollupCodec.Write(states);
        }

        internal void ShouldEqual(FullRollup full)
        {
            var rows = RowsOf(full).ToList();
            rows.Count.ShouldBe(_rows.Count);
            foreach (var (row, states) in rows)
            {
                var kept = RollupCodec.Read(_rows[row], _city.Columns.Count);
                for (var column = 0; column < states.Length; column++) kept[column].ShouldBe(states[column], $"{row} {column}");
                _rows[row].ShouldBe(RollupCodec.Write(states));
            }
        }

        private static IEnumerable<((UnitRelation, int) Row, RollupState[] States)> RowsOf(FullRollup full) =>
            from relation in Enum.GetValues<UnitRelation>()
            from unit in full.UnitsAlong(relation)
            select ((relation, unit), StatesOf(full, relation, unit));
    }
}
