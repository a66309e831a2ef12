using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class ReminderScheduleTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Vietnam;

    /// <summary>A Thursday; five working days before it is Thursday the 10th.</summary>
    private static readonly DateOnly Due = new(2026, 12, 17);

    [TestCase(9, new int[0])]
    [TestCase(10, new[] { -5 })]
    [TestCase(12, new[] { -5 }, Description = "still useful two days later")]
    [TestCase(16, new[] { -1 })]
    [TestCase(17, new[] { 0 })]
    [TestCase(18, new[] { 1 })]
    [TestCase(22, new[] { 3 })]
    [TestCase(25, new[] { 3 }, Description = "three days past is still useful")]
    [TestCase(26, new int[0], Description = "nothing is fresh any more")]
    public void On_a_day_at_most_the_last_rule_that_came_is_sent(int day, int[] sent) =>
        Today(day).Where(reminder => reminder.Skip is null).Select(reminder => reminder.RuleDays).ShouldBe(sent);

    [Test]
    public void What_a_host_missed_is_skipped_for_a_reason()
    {
        var missed = Today(18);
        missed.Select(reminder => (reminder.RuleDays, reminder.Skip)).ShouldBe(
        [
            (-5, SkipReason.TooLate), (-1, SkipReason.Superseded), (0, SkipReason.Superseded), (1, null),
        ]);
    }

    [Test]
    public void Moments_are_counted_in_working_days_across_tet()
    {
        // Tết 2025: off from 25 January to 2 February.
        var due = new DateOnly(2025, 2, 4);
        ReminderSchedule.Moment(due, -5, Calendar).ShouldBe(new DateOnly(2025, 1, 21));
        ReminderSchedule.Moment(due, -1, Calendar).ShouldBe(new DateOnly(2025, 2, 3));
        ReminderSchedule.Moment(due, 3, Calendar).ShouldBe(new DateOnly(2025, 2, 7));
    }

    [Test]
    public void Whatever_day_it_is_at_most_one_reminder_goes_and_each_rule_that_came_is_listed_once()
    {
        var days = from due in Gen.Choose(0, 1500)
                   from late in Gen.Choose(-20, 40)
                   select (Due: new DateOnly(2024, 6, 1).AddDays(due), Today: new DateOnly(2024, 6, 1).AddDays(due + late));
        Prop.ForAll(days.ToArbitrary(), day =>
        {
            var listed = ReminderSchedule.Due(day.Due, day.Today, Calendar, ReminderSchedule.Rules);
            return listed.Count(reminder => reminder.Skip is null) <= 1
                && listed.All(reminder => reminder.MomentOn <= day.Today)
                && listed.Select(reminder => reminder.RuleDays).SequenceEqual(ReminderSchedule.Rules.Take(listed.Count))
                && listed.SkipLast(1).All(reminder => reminder.Skip is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241030, 13));
    }

    [Test]
    public void Before_the_due_date_the_text_counts_down_in_both_languages()
    {
        var (subject, body) = ReminderTexts.Write("6 tháng cuối năm 2026", "Second half of 2026", 25, Due, new DateOnly(2026, 12, 14), Calendar);
        subject.Vi.ShouldBe("Nhắc báo cáo 6 tháng cuối năm 2026");
        body.Vi.ShouldStartWith("Còn 3 ngày làm việc đến hạn báo cáo (17/12/2026).");
        body.En.ShouldStartWith("3 working days left until 17 December 2026.");
        subject.En.ShouldBe("Reminder: report on the second half of 2026");
    }

    [Test]
    public void After_it_the_text_says_how_late_and_by_when()
    {
        var (_, body) = ReminderTexts.Write("6 tháng cuối năm 2026", "Second half of 2026", 25, Due, new DateOnly(2026, 12, 18), Calendar);
        body.Vi.ShouldBe(
            "Báo cáo đã quá hạn 1 ngày làm việc. Đề nghị đơn vị gửi trước 17:00 ngày 21/12/2026; nếu có vướng mắc, vui lòng phản hồi.");
        body.En.ShouldBe("The report is 1 working day overdue. Submit it by 17:00 on 21 December 2026; if something stands in the way, tell us.");
    }

    private static IReadOnlyList<DueReminder> Today(int dayOfDecember) =>
        ReminderSchedule.Due(Due, new DateOnly(2026, 12, dayOfDecember), Calendar, ReminderSchedule.Rules);
}
