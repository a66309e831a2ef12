using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class FoldingTests(string database) : TownTest(database)
{
    [Test]
    public async Task An_opened_period_expects_what_is_owed_and_reports_nothing()
    {
        var period = await OpenAsync();
        var figure = await FigureAsync(period, Town.City, "I01");
        (figure.Expected, figure.Reported, figure.Approved, figure.State).ShouldBe((6, 0, 0, FigureState.NotReported));
        (await FigureAsync(period, Town.City, "I02")).Expected.ShouldBe(4);
    }

    [Test]
    public async Task What_is_handed_in_is_reported_and_does_not_count_until_approved()
    {
        var period = await OpenAsync();
        Town.HandIn(period.Id, Town.SchoolA);
        await TellAsync(new SubmissionSubmitted(Ids.New(), Town.SchoolA, Town.SchoolA, period.Id, Town.VersionId, 1));
        await FoldAsync();
        var figure = await FigureAsync(period, Town.City, "I01");
        (figure.Reported, figure.Approved, figure.Value).ShouldBe((1, 0, null));
    }

    [Test]
    public async Task An_approval_counts_in_every_unit_above_along_both_relations()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(12.25m), Town.Share(9, 10), Town.YesNo(true));
        await ApproveAsync(period, Town.HighSchool, Town.Count(7), Town.Share(30, 90), Town.YesNo(false));
        (await FoldAsync()).Units.ShouldBe(2);
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(19.25m);
        (await FigureAsync(period, Town.WardOne, "I01")).Value.ShouldBe(19.25m);
        (await FigureAsync(period, Town.WardOne, "I01", UnitRelation.ReportsTo)).Value.ShouldBe(12.25m);
        (await FigureAsync(period, Town.Department, "I01", UnitRelation.ReportsTo)).Value.ShouldBe(19.25m);
        (await FigureAsync(period, Town.SchoolA, "I01")).Value.ShouldBe(12.25m);

        // Never the mean of 90 % and 33.3 %.
        (await FigureAsync(period, Town.City, "I02")).Value.ShouldBe(39m);
        var committees = await FigureAsync(period, Town.City, "I03");
        (committees.Value, committees.Numerator, committees.Denominator).ShouldBe((50m, 1m, 2m));
    }

    [Test]
    public async Task An_approved_own_value_replaces_what_reports_to_it_and_never_what_only_lies_in_it()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await ApproveAsync(period, Town.HighSchool, Town.Count(5));
        await FoldAsync();
        var before = await FigureAsync(period, Town.WardOne, "I01");
        (before.Value, before.Provisional).ShouldBe((15m, true));

        await ApproveAsync(period, Town.WardOne, Town.Count(100));
        await FoldAsync();
        var ward = await FigureAsync(period, Town.WardOne, "I01");
        (ward.Value, ward.Provisional).ShouldBe((105m, false));
        (await FigureAsync(period, Town.WardOne, "I01", UnitRelation.ReportsTo)).Value.ShouldBe(100m);
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(105m);

        // A school approved later changes nothing above its ward.
        await ApproveAsync(period, Town.SchoolB, Town.Count(1000));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(105m);
        (await FigureAsync(period, Town.SchoolB, "I01")).Value.ShouldBe(1000m);
    }

    [Test]
    public async Task Not_applicable_replaces_and_not_available_does_not()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await ApproveAsync(period, Town.SchoolC, Town.Count(20));
        await ApproveAsync(period, Town.WardOne, Town.Without(Town.Events, CellState.NotApplicable));
        await ApproveAsync(period, Town.WardTwo, Town.Without(Town.Events, CellState.NotAvailable));
        await FoldAsync();
        var city = await FigureAsync(period, Town.City, "I01");
        (city.Value, city.NotApplicable, city.NotAvailable).ShouldBe((20m, 1, 1));
        (await FigureAsync(period, Town.WardOne, "I01")).State.ShouldBe(FigureState.NotApplicable);
    }

    [Test]
    public async Task A_ratio_without_a_denominator_is_not_available()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Share(0, 0));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "I02")).State.ShouldBe(FigureState.NotAvailable);
    }

    [Test]
    public async Task A_disaggregation_met_for_the_first_time_becomes_a_column()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.CountOf("sex=female", 6));
        await ApproveAsync(period, Town.SchoolC, Town.Count(4), Town.CountOf("sex=female", 1));
        await FoldAsync();
        var page = await Send(new GetRollups(period.Code, Town.City, null, "I01", UnitRelation.LiesIn, null, null, null));
        page.Value.Items.Select(item => (item.Disaggregation, item.Value)).ShouldBe([("", 14m), ("sex=female", 7m)]);
    }

    [Test]
    public async Task The_live_rollup_equals_a_full_recompute_whatever_was_approved_in_whatever_order()
    {
        var chance = new Random(20241031);
        var period = await OpenAsync();
        for (var round = 0; round < 12; round++)
        {
            var unit = Town.Reporters[chance.Next(Town.Reporters.Count)];
            SheetCell[] cells = [Town.Count(chance.Next(100) / 4m), Town.Share(chance.Next(9), 9), Town.YesNo(chance.Next(2) == 0)];
            await ApproveAsync(period, unit, chance.Next(4) == 0 ? [Town.Without(Town.Events, CellState.NotApplicable)] : cells);
            if (chance.Next(2) == 0) await FoldAsync();
        }

        var outcome = await Send(new RecomputeRollups(period.Code));
        (outcome.Value.Equal, outcome.Value.Different).ShouldBe((true, 0));
    }

    [Test]
    public async Task A_recompute_finds_and_mends_a_row_that_is_wrong()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await FoldAsync();
        await City.UseAsync<IAnalyticsDb, int>(db => db.InTransactionAsync(
            () => db.Rollups.Where(row => row.PeriodId == period.Id && row.UnitId == Town.City)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.States, RollupCodec.Write(new RollupState[3])), default),
            default));
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBeNull();
        var outcome = await Send(new RecomputeRollups(period.Code));
        (outcome.Value.Equal, outcome.Value.Different).ShouldBe((false, 1));
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(10m);
        (await Send(new RecomputeRollups(period.Code))).Value.Equal.ShouldBeTrue();
    }

    [Test]
    public async Task Figures_computed_from_an_older_state_are_refused()
    {
        var period = await OpenAsync();
        var passed = await City.UseAsync<IServiceProvider, (bool First, bool Second)>(async services =>
        {
            var frames = (PeriodFrames)services.GetService(typeof(PeriodFrames))!;
            var writer = (RollupWriter)services.GetService(typeof(RollupWriter))!;
            var db = (IAnalyticsDb)services.GetService(typeof(IAnalyticsDb))!;
            var version = (await db.Periods.AsNoTracking().SingleAsync(p => p.PeriodId == period.Id)).Version;
            var frame = (await frames.FindAsync(period.Code, default))!;
            var none = new Dictionary<(UnitRelation, int), RollupState[]>();
            return (
                await writer.ReplaceAsync(frame, version, frame.Columns, none, [], default),
                await writer.ReplaceAsync(frame, version, frame.Columns, none, [], default));
        });
        passed.ShouldBe((true, false));
    }

    [Test]
    public async Task Two_hosts_that_fold_at_once_count_everything_once()
    {
        await using var other = await StartSecondHostAsync();
        var period = await OpenAsync();
        var chance = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            foreach (var unit in Town.Reporters) await ApproveAsync(period, unit, Town.Count(chance.Next(50)), Town.YesNo(true));
            await Task.WhenAll(FoldAsync(), FoldAsync(other), FoldAsync(other), FoldAsync());
        }

        while ((await FoldAsync()).Held > 0)
        {
            // The other host is about to let go.
        }

        (await Send(new RecomputeRollups(period.Code))).Value.Equal.ShouldBeTrue();
    }

    [Test]
    public async Task A_trace_code_leads_from_the_city_down_to_the_school()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10));
        await FoldAsync();
        var code = (await FigureAsync(period, Town.City, "I01")).TraceCode;
        var city = (await Send(new GetTrace(code.ToLowerInvariant()))).Value;
        city.Figure.Value.ShouldBe(10m);
        city.Contributors.Sum(part => part.Value ?? 0).ShouldBe(10m);
        var ward = (await Send(new GetTrace(city.Contributors.Single(part => part.UnitId == Town.WardOne).TraceCode))).Value;
        var school = (await Send(new GetTrace(ward.Contributors.Single(part => part.UnitId == Town.SchoolA).TraceCode))).Value;
        (school.Figure.Value, school.Submissions.Count).ShouldBe((10m, 1));
    }

    [Test]
    public async Task A_trend_shows_each_period_and_which_had_nothing_to_say()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();
        await ApproveAsync(first, Town.SchoolA, Town.Count(3));
        await ApproveAsync(second, Town.SchoolA, Town.Count(8));
        await FoldAsync();
        var trend = (await Send(new GetTrends("I01", Town.WardOne, UnitRelation.LiesIn, null))).Value;
        trend.Points.Where(point => point.Period == first.Code || point.Period == second.Code)
            .Select(point => point.Figure?.Value).ShouldBe([3m, 8m]);
    }
}
