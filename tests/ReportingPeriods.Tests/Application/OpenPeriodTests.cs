using System.Globalization;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class OpenPeriodTests(string database) : TownTest(database)
{
    [Test]
    public async Task In_the_second_half_of_2024_the_district_reports_and_no_ward()
    {
        var owed = await ObligationsAsync(await OpenAsync("2024-H2"));
        owed.Select(o => o.UnitId).ShouldBe([Town.School, Town.HighSchool, Town.District], ignoreOrder: true);
        owed.Single(o => o.UnitId == Town.School).ReviewerUnitId.ShouldBe(Town.District);
    }

    [Test]
    public async Task In_the_first_half_of_2025_districts_still_report_though_wards_exist()
    {
        var owed = await ObligationsAsync(await OpenAsync("2025-H1"));
        owed.Select(o => o.UnitId).ShouldBe([Town.School, Town.HighSchool, Town.District, Town.Department], ignoreOrder: true);
        owed.Single(o => o.UnitId == Town.Department).ReviewerUnitId.ShouldBe(Town.Team);
    }

    [Test]
    public async Task Opening_fixes_exactly_the_cells_of_each_unit_on_the_reference_date()
    {
        var period = await OpenAsync("2025-H2");
        var owed = (await ObligationsAsync(period)).ToDictionary(o => o.UnitId);
        owed.Keys.ShouldBe([Town.School, Town.HighSchool, Town.Ward, Town.OtherWard, Town.Department], ignoreOrder: true);
        owed[Town.Ward].IndicatorIds.ShouldBe([Town.Literacy.Id, Town.Completion.Id]);
        owed[Town.School].IndicatorIds.ShouldBe([Town.Completion.Id]);
        owed[Town.Department].IndicatorIds.ShouldBe([Town.Policy.Id]);
        owed[Town.School].ReviewerUnitId.ShouldBe(Town.Ward);
        owed[Town.HighSchool].ReviewerUnitId.ShouldBe(Town.Department);
        owed[Town.Ward].ReviewerUnitId.ShouldBe(Town.Department);
        owed.Values.ShouldAllBe(o => o.VersionId == Town.VersionId && o.SetCode == Town.Set && o.PeriodId == period.Id);
        owed.ShouldNotContainKey(Town.Centre, "a centre has no indicator and owes nothing");
        owed[Town.School].DueOn.ShouldBe(new DateOnly(2025, 12, 17));
        owed[Town.Ward].DueOn.ShouldBe(new DateOnly(2025, 12, 24));
        owed[Town.Department].DueOn.ShouldBe(new DateOnly(2025, 12, 30));
    }

    [Test]
    public async Task Streamed_listed_and_single_obligations_say_the_same()
    {
        var period = await OpenAsync("2051-H1");
        var found = await ObligationsAsync(period);
        var streamed = await StreamAsync(period.Id);
        streamed.Select(o => (o.Id, Cells: string.Join(',', o.IndicatorIds))).ShouldBe(
            found.Select(o => (o.Id, Cells: string.Join(',', o.IndicatorIds))), ignoreOrder: true);
        var one = found[0];
        (await Send(new GetObligation(one.Id)))!.IndicatorIds.ShouldBe(one.IndicatorIds);
        (await Send(new ListObligationsOfUnit(one.UnitId, period.Id))).Single().Id.ShouldBe(one.Id);
        (await Send(new ListObligationsOfUnit(one.UnitId, null))).Select(o => o.Id).ShouldContain(one.Id);
        (await Send(new GetObligation(Guid.CreateVersion7()))).ShouldBeNull();
    }

    [Test]
    public async Task Opening_again_changes_nothing()
    {
        var period = await OpenAsync("2052-H1");
        var before = await ObligationsAsync(period);
        Require(await Send(new OpenPeriod("2052-H1")));
        (await ObligationsAsync(period)).Select(o => o.Id).ShouldBe(before.Select(o => o.Id), ignoreOrder: true);
        (await EventsAsync("reporting_periods.period_opened.v1", "2052-H1")).ShouldBe(1);
    }

    [Test]
    public async Task Of_hosts_that_open_at_once_one_does()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2053-H1")));
        At(new DateOnly(2053, 5, 1));
        await using var second = await StartSecondHostAsync();
        var opened = await AtOnceAsync(second, () => new OpenPeriod("2053-H1"));
        opened.ShouldAllBe(result => result.Succeeded);
        var period = (await Send(new FindPeriod("2053-H1")))!;
        period.State.ShouldBe(PeriodState.Open);
        (await StreamAsync(period.Id)).Count.ShouldBe(5);
        (await EventsAsync("reporting_periods.period_opened.v1", "2053-H1")).ShouldBe(1);
    }

    [Test]
    public async Task The_job_opens_what_is_due_and_nothing_else()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2054-H1")));
        At(new DateOnly(2054, 4, 30), 23);
        Require(await Send(new OpenDuePeriods()));
        (await Send(new FindPeriod("2054-H1")))!.State.ShouldBe(PeriodState.Planned);
        At(new DateOnly(2054, 5, 1), 0);
        Require(await Send(new OpenDuePeriods()));
        (await Send(new FindPeriod("2054-H1")))!.State.ShouldBe(PeriodState.Open);
    }

    [Test]
    public async Task A_period_is_not_opened_before_its_data_window_begins()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2055-H2")));
        At(new DateOnly(2055, 6, 14), 23);
        (await Send(new OpenPeriod("2055-H2"))).Failures.Single().Code.ShouldBe("reporting_periods.too_early_to_open");
        (await Send(new FindPeriod("2055-H2")))!.State.ShouldBe(PeriodState.Planned);
    }

    [Test]
    public async Task A_period_for_which_nothing_is_assigned_stays_planned()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2023-H2")));
        At(new DateOnly(2023, 11, 1));
        (await Send(new OpenPeriod("2023-H2"))).Failures.Single().Code.ShouldBe("reporting_periods.nothing_assigned");
        (await Send(new FindPeriod("2023-H2")))!.State.ShouldBe(PeriodState.Planned);
    }

    [Test]
    public async Task Units_with_the_same_cells_share_one_list()
    {
        var period = await OpenAsync("2056-H1");
        var lists = await City.UseAsync<ReportingPeriodsDbContext, int>(db => db.CellLists.CountAsync(list => list.PeriodId == period.Id));
        lists.ShouldBe(3, "wards, schools, departments");
    }

    [Test]
    public async Task A_period_that_does_not_exist_is_not_opened() =>
        (await Send(new OpenPeriod("2100-H1"))).Failures.Single().Code.ShouldBe("reporting_periods.unknown_period");

    [Test]
    public async Task A_reader_sees_the_obligations_of_their_scope_on_the_reference_date_alone()
    {
        var period = await OpenAsync("2057-H1");
        await FeedTreesAsync();
        var ofWard = Callers.Of(Town.Ward, ReportingPeriodsPermissions.Read.Code);
        var seen = Require(await Send(new ReadObligations(period.Code, null, null, null, null, null), ofWard)).Value.Items;
        seen.Select(item => item.UnitId).ShouldBe([Town.School, Town.Ward], ignoreOrder: true);
        var everywhere = Callers.Everywhere(ReportingPeriodsPermissions.Read.Code);
        Require(await Send(new ReadObligations(period.Code, null, null, null, null, null), everywhere)).Value.Items.Count.ShouldBe(5);
        Require(await Send(new ReadObligations(period.Code, Town.OtherWard, null, null, null, null), ofWard)).Value.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task A_list_is_read_page_by_page_without_loss_or_repetition()
    {
        var period = await OpenAsync("2058-H1");
        var seen = new List<int>();
        string? cursor = null;
        do
        {
            var page = Require(await Send(new ReadObligations(period.Code, null, null, null, cursor, 2))).Value;
            page.Items.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Items.Select(item => item.Number));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Test]
    public async Task A_list_is_filtered_by_type_and_by_what_was_handed_in()
    {
        var period = await OpenAsync("2059-H1");
        var owed = await ObligationsAsync(period);
        Town.Submitted.Add(owed.Single(o => o.UnitId == Town.School).Id);
        At(owed.Single(o => o.UnitId == Town.School).DueOn.AddDays(1));
        (await UnitsAsync(period, null, "late")).ShouldBe([Town.HighSchool]);
        (await UnitsAsync(period, null, "submitted")).ShouldBe([Town.School]);
        (await UnitsAsync(period, null, "due")).ShouldBe([Town.Ward, Town.OtherWard, Town.Department], ignoreOrder: true);
        (await UnitsAsync(period, "ward", null)).ShouldBe([Town.Ward, Town.OtherWard], ignoreOrder: true);
        (await Send(new ReadObligations(period.Code, null, "castle", null, null, null))).Failures.Single().Field.ShouldBe("unitType");
        (await Send(new ReadObligations(period.Code, null, null, "gone", null, null))).Failures.Single().Field.ShouldBe("state");
        (await Send(new ReadObligations(period.Code, null, null, null, "%%%", null))).Failures.Single().Code.ShouldBe("platform.invalid_cursor");
    }

    [Test]
    public async Task Thousands_of_units_are_opened_streamed_and_reminded_in_bulk()
    {
        var many = int.Parse(Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_UNITS") ?? "2000", CultureInfo.InvariantCulture);
        await AssignAsync("preschools", ["preschool"], new DateOnly(2060, 1, 1), new DateOnly(2060, 12, 31));
        Town.Crowd = [.. Enumerable.Range(0, many).Select(_ => Guid.CreateVersion7())];
        try
        {
            var started = TimeProvider.System.GetTimestamp();
            var period = await OpenAsync("2060-H1");
            var opened = TimeProvider.System.GetElapsedTime(started);
            (await StreamAsync(period.Id)).Count.ShouldBe(many + 5);
            At(HolidayCalendar.Vietnam.AddWorkingDays(period.WindowTo, 3));
            started = TimeProvider.System.GetTimestamp();
            Require(await Send(new SendReminders())).Value.ShouldBeGreaterThanOrEqualTo(many);
            TestContext.Out.WriteLine($"{many} units: opened in {opened}, reminded in {TimeProvider.System.GetElapsedTime(started)}");
        }
        finally
        {
            Town.Crowd = [];
        }
    }

    private async Task<IEnumerable<Guid>> UnitsAsync(Period period, string? type, string? state) =>
        Require(await Send(new ReadObligations(period.Code, null, type, state, null, null))).Value.Items.Select(item => item.UnitId);

    private Task<List<Obligation>> StreamAsync(Guid periodId) => City.UseAsync<ISender, List<Obligation>>(
        async sender => await sender.CreateStream(new StreamObligations(periodId)).ToListAsync());
}
