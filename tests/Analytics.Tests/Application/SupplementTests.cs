using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>What counts beside the sheets: links, series, what is counted. Live, in full, in editions, on other trees.</summary>
internal sealed class SupplementTests(string database) : TownTest(database)
{
    [SetUp]
    public void StartAnew()
    {
        Town.Links.Clear();
        Town.Computed.Clear();
        Town.Population.Clear();
        Town.Committees.Clear();
        Town.LateUnits.Clear();
    }

    [Test]
    public async Task A_value_counts_in_the_set_that_links_to_it_while_the_link_holds()
    {
        var link = Link();
        Town.Links.Add(link);
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await ApproveAsync(period, Town.SchoolB, Town.Count(5));
        await ApproveAsync(period, Town.WardTwo, Town.Count(3));
        await FoldAsync();
        var city = await FigureAsync(period, Town.City, "N01");
        (city.Value, city.Linked, city.Partial, city.Approved, city.Expected).ShouldBe((18m, 3, 0, 3, 6));
        (await FigureAsync(period, Town.SchoolA, "N01")).Value.ShouldBe(10m);
        await ShouldEqualFullAsync(period);

        // A ward's own linked value stands in place of its schools', as it does in the set that it comes from.
        await ApproveAsync(period, Town.WardOne, Town.Count(40));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "N01")).Value.ShouldBe(43m);
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(43m);
        await ShouldEqualFullAsync(period);

        var figure = await FigureAsync(period, Town.SchoolA, "N01");
        var trace = (await Send(new GetTrace(figure.TraceCode))).Value;
        var source = trace.Links.ShouldHaveSingleItem().Sources.ShouldHaveSingleItem();
        (trace.Links[0].LinkId, source.Key).ShouldBe((link.Id, "town-set/I01"));
        source.Submissions.ShouldHaveSingleItem().Value!.Number.ShouldBe(10m);
        trace.Formula.En.ShouldContain("1 of them come from other criteria sets");

        // It ends before the period's reference date: from then on nothing answers the other set.
        Town.Links[0] = link with { ValidTo = period.WindowTo.AddDays(-1) };
        await TellAsync(new CrosswalkEnded(Ids.New(), link.Id, link.TargetId, "other-set", link.ValidFrom, period.WindowTo.AddDays(-1)));
        await FoldAsync();
        (await Send(new GetRollups(period.Code, Town.City, null, "N01", UnitRelation.LiesIn, null, null, null))).Succeeded.ShouldBeFalse();
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(43m);
    }

    [Test]
    public async Task An_edition_keeps_its_links_and_series_whatever_becomes_of_them()
    {
        Town.Links.Add(Link());
        Town.Computed.Add(People);
        Town.Population["26734"] = 1000;
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        var edition = await SealAsync(period, 1);
        edition.Manifest.Single(item => item.Name == Manifest.Supplements).Count.ShouldBe(2);

        Town.Links[0] = Town.Links[0] with { ValidTo = new DateOnly(1990, 1, 1) };
        Town.Population["26734"] = 1200;
        Town.Release = 2;
        await TellAsync(new ReferenceSeriesReleased(Ids.New(), "population", 2, 1));
        await FoldAsync();
        (await FigureOfAsync(period, "P01", new(1))).Value.ShouldBe(1000m);
        (await FigureOfAsync(period, "N01", new(1))).Value.ShouldBe(10m);
        (await FigureOfAsync(period, "P01", EditionChoice.Live)).Value.ShouldBe(1200m);
        (await Send(new VerifyEdition(edition.Edition.Id))).Value.IsIntact.ShouldBeTrue();

        // A new release is a restatement: the next edition says so.
        var second = await SealAsync(period, 2);
        second.ChangedParts.ShouldContain(Manifest.Supplements);
    }

    [Test]
    public async Task A_series_shows_at_each_unit_that_it_knows_and_adds_up_where_it_does_not()
    {
        Town.Computed.Add(People);
        Town.Population["26734"] = 1000;
        Town.Population["26737"] = 500;
        var period = await OpenAsync();
        (await FigureAsync(period, Town.WardOne, "P01")).Value.ShouldBe(1000m);
        (await FigureAsync(period, Town.City, "P01")).Value.ShouldBe(1500m);

        // The series knows the city itself: its people are those of its wards, not others beside them.
        Town.Population["79"] = 1510;
        await TellAsync(new ReferenceSeriesReleased(Ids.New(), "population", 2, 0));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "P01")).Value.ShouldBe(1510m);
        (await FigureAsync(period, Town.WardTwo, "P01")).Value.ShouldBe(500m);
        var after = (await Send(new GetRollups(period.Code, Town.City, null, "P01", UnitRelation.LiesIn, Town.Reform, null, null))).Value;
        after.Items.ShouldHaveSingleItem().Value.ShouldBe(1510m);
        var ward = (await Send(new GetRollups(period.Code, Town.NewWardX, null, "P01", UnitRelation.LiesIn, Town.Reform, null, null))).Value;
        ward.Items.ShouldHaveSingleItem().Value.ShouldBe(1300m, "ward one, and three fifths of ward two");
        await ShouldEqualFullAsync(period);
    }

    [Test]
    public async Task Registry_and_reporting_are_counted_at_every_level_and_date()
    {
        Town.Computed.AddRange([WithCommittee, ShareWithCommittee, OnTime]);
        Town.Committees.Add(Town.WardTwo);
        Town.LateUnits.Add(Town.SchoolB);
        var period = await OpenAsync();
        (await FigureAsync(period, Town.City, "R01")).Value.ShouldBe(1m);
        var share = await FigureAsync(period, Town.City, "R02");
        (share.Value, share.Numerator, share.Denominator).ShouldBe((50m, 1m, 2m));
        (await FigureAsync(period, Town.WardOne, "R01")).Value.ShouldBe(0m);
        (await FigureAsync(period, Town.City, "R03")).Value.ShouldBe(0m);

        await ApproveAsync(period, Town.SchoolA, Town.Count(1));
        await ApproveAsync(period, Town.SchoolB, Town.Count(1));
        await FoldAsync();
        var onTime = await FigureAsync(period, Town.City, "R03");
        (onTime.Numerator, onTime.Denominator).ShouldBe((1m, 3m));
        (await FigureAsync(period, Town.WardOne, "R03")).Value.ShouldBe(50m);
        await ShouldEqualFullAsync(period);

        // There is no half of a unit: ward two, divided by the reform, counts in the city that holds both parts.
        foreach (var (unit, expected) in ((Guid, decimal?)[])[(Town.City, 1m), (Town.NewWardX, 0m)])
        {
            var page = (await Send(new GetRollups(period.Code, unit, null, "R01", UnitRelation.LiesIn, Town.Reform, null, null))).Value;
            page.Items.ShouldHaveSingleItem().Value.ShouldBe(expected);
        }

        // A committee is recorded.
        Town.Committees.Add(Town.WardOne);
        await TellAsync(new UnitStandingsChanged(Ids.New(), period.WindowFrom));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "R02")).Value.ShouldBe(100m);
    }

    private static Indicator People { get; } = Computed("P01", IndicatorValueType.Count) with { Aggregation = AggregationRule.Sum, ValueSeries = new("population") };

    private static Indicator WithCommittee { get; } =
        Computed("R01", IndicatorValueType.Count) with { RegistryCount = new(RegistryMeasure.UnitsWithCommittee, ["ward"], null, null) };

    private static Indicator ShareWithCommittee { get; } =
        Computed("R02", IndicatorValueType.Percent) with { RegistryCount = new(RegistryMeasure.UnitsWithCommittee, ["ward"], null, null) };

    private static Indicator OnTime { get; } =
        Computed("R03", IndicatorValueType.Percent) with { ReportingCount = new(ReportingMeasure.OnTime, ["primary"]) };

    private static Indicator Computed(string code, IndicatorValueType type) => new(
        Guid.CreateVersion7(), code, "C1", new LocalText($"Chỉ số {code}", $"Indicator {code}"), type, new LocalText("đơn vị", "units"), 0,
        Direction.Higher, AggregationRule.None, OwnValue.Add, null, null, [], [], null, null);

    private CrosswalkLink Link() => new(
        Guid.CreateVersion7(), CrosswalkKind.Equal, Town.Linked.Id, "N01", [new(Town.Events.Id, "town-set", "I01")], null, new DateOnly(2000, 1, 1), null);

    private async Task ShouldEqualFullAsync(Period period)
    {
        var recomputed = await Send(new RecomputeRollups(period.Code));
        recomputed.Succeeded.ShouldBeTrue();
        recomputed.Value.ShouldSatisfyAllConditions(outcome => outcome.Different.ShouldBe(0), outcome => outcome.Rows.ShouldBeGreaterThan(0));
    }

    private async Task<FigureItem> FigureOfAsync(Period period, string indicator, EditionChoice edition) =>
        (await Send(new GetRollups(period.Code, Town.City, null, indicator, UnitRelation.LiesIn, null, null, null, edition))).Value.Items[0];

    private async Task<EditionDetails> SealAsync(Period period, int number)
    {
        Town.Close(period.Id);
        await FoldAsync();
        var result = await Send(new SealPeriod(period.Code, number, number == 1 ? EditionKind.First : EditionKind.Revision, "Đủ"));
        result.Succeeded.ShouldBeTrue(result.Succeeded ? "" : result.Failures[0].Code);
        return result.Value;
    }
}
