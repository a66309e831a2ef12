using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Review;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Review;

internal sealed class CoverageTests
{
    private static readonly HashSet<Guid> NoLinks = [];

    private static Indicator Indicator(string code, string node, params string[] reporters) => new(
        Ids.New(), code, node, new($"Số {code}", $"Number {code}"), IndicatorValueType.Count, new("lớp", "classes"), 0, Direction.Higher,
        AggregationRule.Sum, OwnValue.Replace, null, null, [], reporters, null, null);

    private static CriteriaSetVersion Version(string set, params Indicator[] indicators) => new(
        Ids.New(), set, 1, new("Bộ", "Set"), CriteriaSetOrigin.Official, new(2025, 1, 1), null, [new("Nội dung", "Area"), new("Tiêu chí", "Criterion")],
        [new("A", null, 0, new("A", "A")), new("A1", "A", 1, new("A1", "A1")), new("A2", "A", 1, new("A2", "A2")), new("A3", "A", 1, new("A3", "A3"))],
        indicators);

    private static readonly CriteriaSetVersion City = Version("city", Indicator("I1", "A1", "ward", "school"), Indicator("I2", "A2", "ward"));

    private static IEnumerable<string> Uncovered(IReadOnlySet<Guid> linked, params SetAssignment[] assignments) =>
        new Coverage(City, assignments).Uncovered(linked).Select(criterion => criterion.Node.Code);

    [Test]
    public void A_criterion_needs_an_indicator_that_somebody_is_asked_for()
    {
        Uncovered(NoLinks).ShouldBe(["A1", "A2", "A3"]);
        Uncovered(NoLinks, new SetAssignment("city", ["school"], [])).ShouldBe(["A2", "A3"]);
        Uncovered(NoLinks, new SetAssignment("city", ["ward"], [])).ShouldBe(["A3"]);
        Uncovered(NoLinks, new SetAssignment("city", ["ward"], ["I2"])).ShouldBe(["A1", "A3"]);
        Uncovered(NoLinks, new SetAssignment("other", ["ward"], [])).ShouldBe(["A1", "A2", "A3"]);
    }

    [Test]
    public void Or_one_that_a_link_answers() => Uncovered(new HashSet<Guid> { City.Indicators[0].Id }).ShouldBe(["A2", "A3"]);

    [Test]
    public void Or_one_that_reference_series_give_whole()
    {
        IEnumerable<string> Left(Indicator indicator) => new Coverage(Version("city", indicator), []).Uncovered(NoLinks).Select(criterion => criterion.Node.Code);
        var percent = Indicator("I1", "A1", "ward") with { ValueType = IndicatorValueType.Percent };
        Left(Indicator("I1", "A1") with { ValueSeries = new("population") }).ShouldBe(["A2", "A3"]);
        Left(percent with { NumeratorSeries = new("population", "15-60"), DenominatorSeries = new("population") }).ShouldBe(["A2", "A3"]);
        Left(percent with { DenominatorSeries = new("population") }).ShouldBe(["A1", "A2", "A3"]);
    }

    [Test]
    public void The_same_name_measure_and_type_asked_of_the_same_units_is_asked_twice()
    {
        var one = Indicator("I1", "A1", "ward");
        var other = Indicator("X", "A1", "ward", "school") with { Name = new("so i1", "Anything else") };
        Find(one, other).ShouldHaveSingleItem().UnitTypes.ShouldBe(["ward"]);
        Find(one, other with { MeasureUnit = new("người", "people") }).ShouldBeEmpty();
        Find(one, other with { ValueType = IndicatorValueType.Amount }).ShouldBeEmpty();
        Find(one, other with { ReporterTypes = ["school"] }).ShouldBeEmpty();
    }

    [Test]
    public void A_linked_pair_is_named_once_with_its_link()
    {
        var one = Indicator("I1", "A1", "ward");
        var other = Indicator("I1", "A1", "ward");
        var link = new CrosswalkLink(Ids.New(), CrosswalkKind.Equal, other.Id, "I1", [new(one.Id, "one", "I1")], null, new(2025, 1, 1), null);
        Find(one, other, link).ShouldHaveSingleItem().LinkId.ShouldBe(link.Id);
    }

    private static IReadOnlyList<DoubleQuestion> Find(Indicator one, Indicator other, params CrosswalkLink[] links) => AskedTwice.Find(
        [new(Version("one", one), one, one.ReporterTypes), new(Version("other", other), other, other.ReporterTypes)], links);
}
