using FsCheck;
using FsCheck.Fluent;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.Analytics.Tests.Domain.Rollups;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Tests.Domain.Supplements;

/// <summary>Semantics, "What counts once", of links: a value counts once for each target and unit, directly or by a link.</summary>
internal sealed class LinkLaws
{
    private const int Target = 0;

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261124UL, 1UL);

    [Test]
    public void A_target_is_the_sum_over_units_of_the_direct_value_or_else_the_linked_one() => Prop.ForAll(
        (from seed in Gen.Choose(0, 1_000_000) from units in Gen.Choose(1, 60) select City.ByChance(seed, units)).ToArbitrary(),
        city =>
        {
            var full = new FullRollup(city.Frame, city.Columns, city.Of);
            var forest = city.Frame.Territory;
            foreach (var root in forest.Roots.Where(root => !forest.IsLeaf(root)))
            {
                full.TryGet(UnitRelation.LiesIn, root, out var states).ShouldBeTrue();
                foreach (var target in (int[])[City.LinkedSum, City.LinkedParts, City.LinkedFormula])
                {
                    if (city.Frame.Indicators[target].Replaces) continue;
                    var (sum, linked) = (0m, 0);
                    foreach (var unit in forest.Subtree(root))
                    {
                        var (value, isLinked) = ValueOf(city, unit, target);
                        sum += value;
                        linked += isLinked ? 1 : 0;
                    }

                    states[target].Measure.Sum.ShouldBe(sum, $"{target} at {root}");
                    states[target].Measure.Linked.ShouldBe(linked);
                    states[target].Measure.Partial.ShouldBe(target == City.LinkedParts ? linked : 0);
                    (states[target].Coverage.Reported <= states[target].Coverage.Expected).ShouldBeTrue("nobody answers twice");
                }
            }
        }).Check(Fixed);

    [Test]
    [TestCase(Answer.Value, 5, 5, Origin.Direct)]
    [TestCase(Answer.NotApplicable, 0, 0, Origin.Direct)]
    [TestCase(Answer.NotAvailable, 0, 7, Origin.Linked)]
    [TestCase(Answer.None, 0, 7, Origin.Linked)]
    public void A_direct_answer_beats_a_link_and_not_available_says_nothing(Answer direct, int number, int expected, Origin origin)
    {
        var links = new UnitSupplements([IndicatorSet.Of([Target, 1])], [Equal(1)], new Dictionary<int, IReadOnlyList<GivenPart>>(), []);
        OwnCell[] cells = direct == Answer.None ? [Value(1, 7)] : [new(Target, direct, number, 0), Value(1, 7)];
        var completed = links.Complete(0, Approved(cells), default);
        var cell = completed.Cells.ToArray().Where(cell => cell.Column == Target).ShouldHaveSingleItem();
        (cell.Number, cell.Origin).ShouldBe((expected, origin));
    }

    [Test]
    public void Links_do_not_chain()
    {
        var links = new UnitSupplements(
            [IndicatorSet.Of([1])], [Equal(1), new(Ids.New(), CrosswalkKind.Equal, 2, [Source(Target)], null)],
            new Dictionary<int, IReadOnlyList<GivenPart>>(), []);
        var columns = links.Complete(0, Approved([Value(1, 7)]), default).Cells.ToArray().Select(cell => cell.Column);
        columns.ShouldBe([1, Target]);
        links.Cells[0].Has(2).ShouldBeFalse();
    }

    [Test]
    public void A_covered_cell_is_expected_with_its_source_and_reported_with_it()
    {
        var links = new UnitSupplements([IndicatorSet.Of([1])], [Equal(1)], new Dictionary<int, IReadOnlyList<GivenPart>>(), []);
        links.Cells[0].Has(Target).ShouldBeTrue();

        // The unit handed in the target's own set, where the cell is not asked for: that says nothing of it.
        links.Complete(0, new(IndicatorSet.Of([Target]), IndicatorSet.Of([Target]), default), default).Submitted.Has(Target).ShouldBeFalse();
        links.Complete(0, new(IndicatorSet.Of([1]), default, default), default).Submitted.Has(Target).ShouldBeTrue();
    }

    [Test]
    public void A_series_gives_a_value_whole_or_the_other_side_of_one()
    {
        var given = new Dictionary<int, IReadOnlyList<GivenPart>> { [0] = [new(0, FormulaPart.Value, 1000), new(1, FormulaPart.Denominator, 50)] };
        var supplements = new UnitSupplements([IndicatorSet.Of([1])], [], given, []);
        var completed = supplements.Complete(0, Approved([new(1, Answer.Value, 20, 40)]), default);
        completed.Cells.ToArray().Select(cell => (cell.Column, cell.Number, cell.Denominator)).ShouldBe([(1, 20, 50), (0, 1000, 0)]);
        supplements.Complete(0, default, default).Cells.ToArray().ShouldHaveSingleItem().Number.ShouldBe(1000);
    }

    private static IndicatorLink Equal(int source) => new(Ids.New(), CrosswalkKind.Equal, Target, [Source(source)], null);

    private static LinkSource Source(int indicator) => new(indicator, $"set/{indicator}", IsFraction: false, 1);

    private static OwnCell Value(int indicator, decimal number) => new(indicator, Answer.Value, number, 0);

    private static Contribution Approved(OwnCell[] cells) =>
        new(IndicatorSet.Of(cells.Select(cell => cell.Column)), IndicatorSet.Of(cells.Select(cell => cell.Column)), cells);

    /// <summary>The definition, in other words than the product's.</summary>
    private static (decimal Value, bool IsLinked) ValueOf(City city, int unit, int target)
    {
        if (Direct(target) is { Answer: Answer.Value or Answer.NotApplicable } direct) return (direct.Number, false);
        if (target == City.LinkedFormula)
        {
            return Has(CrosswalkKind.Formula) && Direct(1).Answer == Answer.Value && Direct(8).Answer == Answer.Value
                ? (Direct(1).Number + Direct(8).Number, true) : (0, false);
        }

        var parts = city.Supplements.Links.Where(link => link.Target == target)
            .Select(link => Direct(link.Sources[0].Indicator)).Where(cell => cell.Answer == Answer.Value).ToList();
        return (parts.Sum(part => part.Number), parts.Count > 0);

        bool Has(CrosswalkKind kind) => city.Supplements.Links.Any(link => link.Target == target && link.Kind == kind);

        OwnCell Direct(int indicator) => city.Asked[unit].Has(indicator)
            ? city.HandedIn(unit).Cells.ToArray().FirstOrDefault(cell => cell.Column == indicator)
            : default;
    }
}
