using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.Testing;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class RulesTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_city_may_add_a_cycle_whose_periods_plan_themselves()
    {
        var year = new CycleWindow("", new LocalText("Năm tài chính", "Financial year"), 4, 1, true, 3, 31, 3, 1);
        Require(await Send(new AddCycle("financial_year", new LocalText("Năm tài chính", "Financial year"), "FY", [year], 3, 8, 12, 25)));
        (await Send(new AddCycle("other", new LocalText("Khác", "Other"), "FY", [year], 3, 8, 12, 25))).Failures.Single().Code
            .ShouldBe("reporting_periods.cycle_code_taken");
        At(new DateOnly(2094, 5, 5));
        Require(await Send(new PlanNextPeriods()));
        (await Send(new FindPeriod("FY2095")))!.WindowFrom.ShouldBe(new DateOnly(2094, 4, 1));
        (await Send(new FindPeriod("SY2094-2095"))).ShouldBeNull("the school year waits until it is switched on");
        await SwitchAsync(BuiltInCycles.SchoolYear, dormant: false);
        Require(await Send(new PlanNextPeriods()));
        (await Send(new FindPeriod("SY2094-2095"))).ShouldNotBeNull();
        await SwitchAsync(BuiltInCycles.SchoolYear, dormant: true);
        await SwitchAsync("financial_year", dormant: true);
    }

    [Test]
    public async Task Rules_change_from_a_day_also_for_planned_periods_but_not_under_opened_ones()
    {
        await SwitchAsync(BuiltInCycles.CalendarYear, dormant: true);
        Require(await Send(new PlanPeriod(BuiltInCycles.CalendarYear, "2096")));
        var cycle = await CycleAsync(BuiltInCycles.CalendarYear);
        Require(await Send(new ChangeCycle(cycle.Code, cycle.Version, null, 5, 9, 14, 30, new DateOnly(2096, 1, 1))));
        Require(await Send(new ReadPeriod("2096"))).Value.DueDates.Select(due => due.WorkingDays).ShouldBe([5, 9, 14]);
        Require(await Send(new PreviewPeriod(cycle.Code, "2095"))).Value.DueDates.Select(due => due.WorkingDays).ShouldBe([3, 8, 12]);
        (await CycleAsync(cycle.Code)).Earlier.Single().LastDay.ShouldBe(new DateOnly(2095, 12, 31));

        var opened = await OpenAsync("2097-H1");
        var half = await CycleAsync(Cycle.HalfYear);
        (await Send(new ChangeCycle(Cycle.HalfYear, half.Version, null, 5, 9, 14, 30, opened.WindowFrom))).Failures.Single().Code
            .ShouldBe("reporting_periods.rules_in_use");
    }

    [Test]
    public async Task Named_units_report_too_or_not_at_all_and_an_ended_assignment_no_more()
    {
        Require(await Send(new AddAssignment(
            BuiltInCycles.TwoYears, "all-but-one", Town.Set, ["ward"], null, null, null, new DateOnly(2026, 1, 1), null,
            [Town.HighSchool], [Town.OtherWard])));
        Require(await Send(new PlanPeriod(BuiltInCycles.TwoYears, "2096-2098")));
        var preview = Require(await Send(new PreviewOpening("2096-2098"))).Value;
        preview.Groups.Select(group => (group.UnitType, group.Units)).ShouldBe([("high_school", 1), ("ward", 1)], ignoreOrder: true);
        Require(await Send(new EndAssignment(BuiltInCycles.TwoYears, "all-but-one", new DateOnly(2096, 12, 31))));
        Require(await Send(new EndAssignment(BuiltInCycles.TwoYears, "all-but-one", new DateOnly(2096, 12, 31))));
        (await Send(new PreviewOpening("2096-2098"))).Failures.Single().Code.ShouldBe("reporting_periods.nothing_assigned");
        (await Send(new EndAssignment(BuiltInCycles.TwoYears, "all-but-one", new DateOnly(2025, 1, 1)))).Failures.Single().Field.ShouldBe("lastDay");
    }

    [Test]
    public async Task A_period_is_in_review_once_its_last_due_date_has_passed()
    {
        var period = await OpenAsync("2098-H1");
        var last = Require(await Send(new ReadPeriod(period.Code))).Value.DueDates.Max(due => due.DueOn);
        At(last);
        Require(await Send(new ReadPeriod(period.Code))).Value.Phase.ShouldBe("open");
        At(last.AddDays(1));
        Require(await Send(new ReadPeriod(period.Code))).Value.Phase.ShouldBe("in_review");
        At(period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(period.Code)));
        Require(await Send(new ReadPeriod(period.Code))).Value.Phase.ShouldBe("closed");
    }

    [Test]
    public async Task A_unit_asks_once_and_has_its_day_when_it_is_granted()
    {
        var period = await OpenAsync("2099-H1");
        var owed = (await ObligationsAsync(period)).Single(o => o.UnitId == Town.School);
        var school = Callers.Of(Town.School, ReportingPeriodsPermissions.RequestExtension.Code, ReportingPeriodsPermissions.Read.Code);
        var wanted = owed.DueOn.AddDays(4);
        (await Send(new RequestExtension(owed.Id, wanted, ""), school)).Failures.Single().Field.ShouldBe("reason");
        var other = Callers.Of(Town.OtherWard, ReportingPeriodsPermissions.RequestExtension.Code);
        (await Send(new RequestExtension(owed.Id, wanted, "Mưa lũ"), other)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        var first = Require(await Send(new RequestExtension(owed.Id, wanted, "Mưa lũ"), school)).Value;
        (await Send(new RequestExtension(owed.Id, wanted, "Mưa lũ"), school)).Failures.Single().Code.ShouldBe("reporting_periods.request_open");
        (await Send(new AnswerExtensionRequest(first, false, null, " "))).Failures.Single().Field.ShouldBe("answer");
        Require(await Send(new AnswerExtensionRequest(first, false, null, "Chưa đủ lý do")));
        (await Send(new AnswerExtensionRequest(first, true, null, null))).Failures.Single().Code.ShouldBe("reporting_periods.request_answered");

        var second = Require(await Send(new RequestExtension(owed.Id, wanted, "Mưa lũ"), school)).Value;
        (await Send(new AnswerExtensionRequest(second, true, owed.DueOn, null))).Failures.Single().Code.ShouldBe("reporting_periods.extension_not_later");
        Require(await Send(new AnswerExtensionRequest(second, true, null, null)));
        (await Send(new GetObligation(owed.Id)))!.ExtendedTo.ShouldBe(wanted);
        await FeedTreesAsync();
        var listed = Require(await Send(new ReadExtensionRequests(null, null), school)).Value.Items;
        listed.Select(item => item.State).ShouldBe(["granted", "refused"]);
        Require(await Send(new ReadExtensionRequests(null, null), Callers.Of(Town.OtherWard, ReportingPeriodsPermissions.Read.Code))).Value.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task The_obligation_of_a_unit_that_ended_in_mid_period_is_kept_or_handed_over_by_choice()
    {
        var period = await OpenAsync("2025-H1");
        await FeedTreesAsync();
        var owed = (await ObligationsAsync(period)).Single(o => o.UnitId == Town.District);
        (await Send(new HandOverObligation(owed.Id, Town.Ward, "Nghị quyết 1685"))).Failures.Single().Code.ShouldBe("reporting_periods.unit_still_there");
        At(Town.Reform.AddDays(2));
        var item = Require(await Send(new ReadHandOvers(period.Code))).Value.Single();
        (item.UnitId, item.State).ShouldBe((Town.District, "undecided"));
        item.Successors.Select(successor => successor.UnitId).ShouldBe([Town.Ward]);
        (await Send(new HandOverObligation(owed.Id, Town.District, "Nghị quyết 1685"))).Failures.Single().Field.ShouldBe("toUnitId");
        Require(await Send(new HandOverObligation(owed.Id, null, "Phòng cũ hoàn thành")));
        Require(await Send(new ReadHandOvers(period.Code))).Value.Single().State.ShouldBe("kept");
        Require(await Send(new HandOverObligation(owed.Id, Town.Ward, "Nghị quyết 1685")));
        Require(await Send(new HandOverObligation(owed.Id, Town.Ward, "Nghị quyết 1685")));
        var decided = Require(await Send(new ReadHandOvers(period.Code))).Value.Single();
        (decided.State, decided.ToUnitId).ShouldBe(("handed_over", Town.Ward));
        (await Send(new GetObligation(owed.Id)))!.CarriedByUnitId.ShouldBe(Town.Ward);
        (await NoticesAsync(period, Town.Ward)).ShouldBe(1);
    }

    private async Task<CycleDetails> CycleAsync(string code) => Require(await Send(new ReadCycles())).Value.Single(cycle => cycle.Code == code);

    private async Task SwitchAsync(string code, bool dormant)
    {
        var cycle = await CycleAsync(code);
        Require(await Send(new ChangeCycle(
            code, cycle.Version, null, cycle.SchoolDueDays, cycle.LocalityDueDays, cycle.DepartmentDueDays, cycle.ClosingDays, null, dormant)));
    }
}
