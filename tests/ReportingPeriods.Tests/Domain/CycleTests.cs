using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class CycleTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Vietnam;
    private static readonly Cycle HalfYears = Cycle.HalfYears();

    [Test]
    public void The_first_half_of_2026_is_the_window_of_decree_09_2019()
    {
        var plan = Plan("2026-H1");
        plan.WindowFrom.ShouldBe(new DateOnly(2025, 12, 15));
        plan.WindowTo.ShouldBe(new DateOnly(2026, 6, 14));
        plan.OpensOn.ShouldBe(new DateOnly(2026, 5, 1));
        plan.Name.Vi.ShouldBe("6 tháng đầu năm 2026");
        plan.Name.En.ShouldBe("First half of 2026");
    }

    [Test]
    public void The_second_half_of_2026_is_open_on_22_november_2026()
    {
        var plan = Plan("2026-H2");
        plan.WindowFrom.ShouldBe(new DateOnly(2026, 6, 15));
        plan.WindowTo.ShouldBe(new DateOnly(2026, 12, 14));
        plan.OpensOn.ShouldBeLessThanOrEqualTo(new DateOnly(2026, 11, 22));
    }

    [TestCase("2024-H2", "2024-12-18", "2024-12-25", "2024-12-31", Description = "14 December 2024 was a Saturday")]
    [TestCase("2026-H1", "2026-06-17", "2026-06-24", "2026-06-30")]
    [TestCase("2026-H2", "2026-12-17", "2026-12-24", "2026-12-30")]
    public void Schools_are_due_before_wards_and_wards_before_departments(string code, string school, string locality, string department)
    {
        var due = Plan(code).Tiers.ToDictionary(tier => tier.Tier, tier => tier.DueOn);
        due[Tier.School].ShouldBe(Day(school));
        due[Tier.Locality].ShouldBe(Day(locality));
        due[Tier.Department].ShouldBe(Day(department));
    }

    [Test]
    public void Due_dates_across_tet_2025_leave_out_its_nine_days_and_new_year()
    {
        // The last working day before Tết is Friday 24 January 2025, the first after it Monday 3 February.
        var cycle = Ending(1, 22, school: 2, locality: 3, department: 8, closing: 20);
        var due = cycle.TryPlan("2025", Calendar)!.Tiers.ToDictionary(tier => tier.Tier, tier => tier.DueOn);
        due[Tier.School].ShouldBe(new DateOnly(2025, 1, 24));
        due[Tier.Locality].ShouldBe(new DateOnly(2025, 2, 3));
        due[Tier.Department].ShouldBe(new DateOnly(2025, 2, 10));
    }

    [Test]
    public void Due_dates_honour_a_saturday_that_is_worked_and_the_friday_given_for_it()
    {
        // Saturday 26 April 2025 was worked; 30 April, 1 and 2 May were off.
        var cycle = Ending(4, 24, school: 2, locality: 5, department: 6, closing: 20);
        var due = cycle.TryPlan("2025", Calendar)!.Tiers.ToDictionary(tier => tier.Tier, tier => tier.DueOn);
        due[Tier.School].ShouldBe(new DateOnly(2025, 4, 26));
        due[Tier.Locality].ShouldBe(new DateOnly(2025, 5, 5));
        due[Tier.Department].ShouldBe(new DateOnly(2025, 5, 6));
    }

    [TestCase("2026-H3")]
    [TestCase("2026")]
    [TestCase("26-H1")]
    [TestCase("2026-H1 ")]
    [TestCase("")]
    [TestCase("9999-H1")]
    [TestCase("২০২৬-H1", Description = "digits of another script")]
    public void A_code_of_another_form_is_none_of_the_cycle(string code) => HalfYears.TryPlan(code, Calendar).ShouldBeNull();

    [Test]
    public void Every_day_lies_in_one_period_and_periods_follow_each_other()
    {
        var days = from day in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2090, 12, 31).DayNumber)
                   select DateOnly.FromDayNumber(day);
        Prop.ForAll(days.ToArbitrary(), day =>
        {
            var period = HalfYears.PlanContaining(day, Calendar);
            var next = HalfYears.PlanContaining(period.WindowTo.AddDays(1), Calendar);
            return period.WindowFrom <= day && day <= period.WindowTo
                && next.WindowFrom == period.WindowTo.AddDays(1)
                && HalfYears.TryPlan(period.Code, Calendar)!.WindowFrom == period.WindowFrom
                && period.OpensOn < period.WindowTo
                && period.Tiers.All(tier => tier.DueOn > period.WindowTo && tier.DueOn < period.ClosesOn)
                && period.Tiers.Zip(period.Tiers.Skip(1)).All(pair => pair.First.DueOn < pair.Second.DueOn);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20241030, 9));
    }

    [TestCase(BuiltInCycles.CalendarYear, "2026", "2026-01-01", "2026-12-31")]
    [TestCase(BuiltInCycles.SchoolYear, "SY2026-2027", "2026-06-01", "2027-05-31")]
    [TestCase(BuiltInCycles.TwoYears, "2024-2026", "2024-07-01", "2026-06-30")]
    public void The_other_built_in_cycles_have_codes_and_windows_of_their_own(string cycle, string code, string from, string to)
    {
        var built = BuiltInCycles.All().Single(candidate => candidate.Code == cycle);
        built.IsDormant.ShouldBeTrue();
        var plan = built.TryPlan(code, Calendar)!;
        (plan.WindowFrom, plan.WindowTo).ShouldBe((Day(from), Day(to)));
        built.PlanContaining(Day(from), Calendar).Code.ShouldBe(code);
        built.PlanContaining(Day(to), Calendar).Code.ShouldBe(code);
        built.PlanContaining(Day(to).AddDays(1), Calendar).WindowFrom.ShouldBe(Day(to).AddDays(1));
        BuiltInCycles.All().Where(other => other.Code != cycle).ShouldAllBe(other => other.TryPlan(code, Calendar) == null);
        built.TryPlan("2025-2027", Calendar).ShouldBeNull();
    }

    [Test]
    public void A_change_by_date_leaves_what_was_before_and_meets_it_without_a_gap()
    {
        var cycle = Cycle.HalfYears();
        var quarters = new[] { (3, 14), (6, 14), (9, 14), (12, 14) }.Select((end, place) => new CycleWindow(
            $"Q{place + 1}", new LocalText("Quý", "Quarter"), place == 0 ? 12 : end.Item1 - 3, 15, place == 0, end.Item1, end.Item2, end.Item1, 1)).ToList();
        cycle.ChangeFrom(Day("2027-06-15"), new CycleRules(quarters, 2, 4, 6, 20), Calendar).Succeeded.ShouldBeTrue();
        cycle.TryPlan("2027-H1", Calendar)!.ClosingDays.ShouldBe(25);
        cycle.TryPlan("2027-H2", Calendar).ShouldBeNull();
        cycle.TryPlan("2027-Q2", Calendar).ShouldBeNull();
        cycle.TryPlan("2027-Q3", Calendar)!.WindowFrom.ShouldBe(Day("2027-06-15"));
        cycle.PlanContaining(Day("2027-06-14"), Calendar).Code.ShouldBe("2027-H1");
        Cycle.HalfYears().ChangeFrom(Day("2027-06-16"), cycle.Rules, Calendar).Failures.Single().Code
            .ShouldBe("reporting_periods.not_at_window_start");
        Cycle.HalfYears().ChangeFrom(Day("2027-06-15"), new CycleRules([quarters[0] with { FromMonth = 3, FromDay = 20 }], 2, 4, 6, 20), Calendar)
            .Succeeded.ShouldBeFalse();
    }

    [Test]
    public void Windows_that_leave_a_gap_or_overlap_are_refused()
    {
        Cycle.Tile(HalfYears.Windows).ShouldBeTrue();
        Cycle.Tile([HalfYears.Windows[0]]).ShouldBeFalse();
        Cycle.Tile([HalfYears.Windows[0], HalfYears.Windows[1] with { FromDay = 14 }]).ShouldBeFalse();
        Cycle.Tile([]).ShouldBeFalse();
    }

    private static Cycle Ending(int month, int day, int school, int locality, int department, int closing)
    {
        var first = new DateOnly(2025, month, day).AddDays(1);
        var cycle = Cycle.HalfYears();
        cycle.Windows = [new CycleWindow("", new LocalText("Năm", "Year"), first.Month, first.Day, true, month, day, month, 1)];
        (cycle.SchoolDueDays, cycle.LocalityDueDays, cycle.DepartmentDueDays, cycle.ClosingDays) = (school, locality, department, closing);
        return cycle;
    }

    private static PeriodPlan Plan(string code) => HalfYears.TryPlan(code, Calendar)!;

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
