using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Tests.Application.Meetings;

/// <summary>The committee of the support team meets and gives tasks. Each test takes a committee or a year of its own.</summary>
internal sealed class MeetingsTests(string database) : TownTest(database)
{
    private Caller Secretary { get; set; } = Caller.Anonymous;

    private Caller Owner { get; set; } = Caller.Anonymous;

    protected override async Task PrepareAsync()
    {
        await FeedTreesAsync();
        Secretary = Callers.Of(Town.Team, "reporting_periods.read", "reporting_periods.keep_meetings", "reporting_periods.do_tasks");
        Owner = Callers.Of(Town.Ward, "reporting_periods.read", "reporting_periods.do_tasks");
        At(new DateOnly(2026, 9, 1));
    }

    [Test]
    public async Task A_meeting_is_planned_held_and_its_conclusions_become_tasks_that_come_back_at_the_next()
    {
        At(new DateOnly(2026, 3, 2));
        var first = Require(await Send(new PlanMeeting(Town.Team, Content(new DateOnly(2026, 3, 10))), Secretary)).Value;
        (await Send(new PlanMeeting(Town.Team, Content(new DateOnly(2026, 3, 10))), Owner)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        var version = Require(await Send(new ReadMeeting(first), Secretary)).Value.Item.Version;
        (await Send(new ChangeMeeting(first, version, Content(new DateOnly(2026, 3, 10), MeetingState.Held)), Secretary))
            .Failures.Single().Code.ShouldBe("reporting_periods.meeting_in_future");
        (await Send(new ReadMeeting(first), Owner)).Failures.Single().Code.ShouldBe("platform.not_allowed", "it gave this ward nothing yet");

        At(new DateOnly(2026, 3, 11));
        Require(await Send(new ChangeMeeting(first, version, Content(new DateOnly(2026, 3, 10), MeetingState.Held)), Secretary));
        (await Send(new ChangeMeeting(first, version, Content(new DateOnly(2026, 3, 10))), Secretary)).Failures.Single().Code.ShouldBe("platform.stale");
        var done = Require(await Send(Give(first, new DateOnly(2026, 4, 30)), Secretary)).Value;
        var late = Require(await Send(Give(first, new DateOnly(2026, 5, 29)), Secretary)).Value;
        Require(await Send(new ReadMeeting(first), Owner)).Value.Tasks.Count.ShouldBe(2);
        await ReportAsync(done, TaskState.Done, "Đã mở 3 lớp");
        await ReportAsync(late, TaskState.InProgress, "Đang chờ kinh phí");

        At(new DateOnly(2026, 6, 10));
        var second = Require(await Send(new PlanMeeting(Town.Team, Content(new DateOnly(2026, 6, 20))), Secretary)).Value;
        var last = Require(await Send(new ReadMeeting(second), Secretary)).Value.Last;
        last.Meeting!.Id.ShouldBe(first);
        last.Decisions.Select(task => (task.Id, task.State, task.IsOverdue, task.LastNote)).ShouldBe(
            [(late, TaskState.InProgress, true, "Đang chờ kinh phí"), (done, TaskState.Done, false, "Đã mở 3 lớp")]);
        (await Send(new ListMeetingsToCome([Town.Team], new DateOnly(2026, 6, 10)))).Select(meeting => meeting.Id).ShouldContain(second);
        (await Send(new GetLastDecisions([Town.OtherWard], new DateOnly(2030, 1, 1)))).Meeting.ShouldBeNull();
    }

    [Test]
    public async Task A_task_is_told_to_its_owner_reported_on_changed_and_commented_with_all_of_it_on_record()
    {
        var meeting = await HeldAsync();
        (await Send(Give(meeting, new DateOnly(2026, 8, 1)), Secretary)).Failures.Single().Code.ShouldBe("reporting_periods.due_before_decided");
        (await Send(Give(meeting, new DateOnly(2026, 12, 1)) with { IndicatorCodes = ["I99"], SetCode = Town.Set }, Secretary))
            .Failures.Single().Code.ShouldBe("reporting_periods.unknown_indicator");
        (await Send(Give(meeting, new DateOnly(2026, 12, 1)) with { MatterIds = [Guid.CreateVersion7()] }, Secretary))
            .Failures.Single().Code.ShouldBe("reporting_periods.unknown_matter");
        var id = Require(await Send(Give(meeting, new DateOnly(2026, 12, 1)) with { IndicatorCodes = ["I01"], SetCode = Town.Set }, Secretary)).Value;
        (await EventsAsync("platform.notification_requested.v1", $"/tasks/{id}")).ShouldBe(1);
        (await Send(new ReportOnTask(id, 1, TaskState.Done, "Xong"), Callers.Of(Town.OtherWard, "reporting_periods.read", "reporting_periods.do_tasks")))
            .Failures.Single().Code.ShouldBe("platform.not_allowed");
        await ReportAsync(id, TaskState.Done, "Xong");
        var view = Require(await Send(new ReadTask(id), Owner)).Value;
        (await Send(new ChangeTask(id, view.Task.Version, Content(Town.Ward, new DateOnly(2027, 1, 1))), Secretary))
            .Failures.Single().Code.ShouldBe("reporting_periods.task_done");
        await ReportAsync(id, TaskState.InProgress, "Còn một lớp");
        (await Send(new ChangeTask(id, 1, Content(Town.Ward, new DateOnly(2027, 1, 1))), Secretary)).Failures.Single().Code.ShouldBe("platform.stale");
        var version = Require(await Send(new ReadTask(id), Owner)).Value.Task.Version;
        Require(await Send(new ChangeTask(id, version, Content(Town.Ward, new DateOnly(2027, 1, 4))), Secretary));
        Require(await Send(new CommentOnTask(id, "Khi nào xong?"), Secretary));

        view = Require(await Send(new ReadTask(id), Owner)).Value;
        view.Notes.Select(note => note.Kind).ShouldBe(
            [TaskNoteKind.Given, TaskNoteKind.Done, TaskNoteKind.Reopened, TaskNoteKind.Changed, TaskNoteKind.Comment]);
        (view.Task.DueOn, view.Task.Indicators.Single().Code, view.MayReport, view.MayChange).ShouldBe((new DateOnly(2027, 1, 4), "I01", true, false));
        (await EventsAsync("platform.notification_requested.v1", $"/tasks/{id}")).ShouldBe(5);
    }

    [Test]
    public async Task A_task_list_goes_on_where_it_stopped_and_knows_what_is_overdue()
    {
        var meeting = await HeldAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(Require(await Send(Give(meeting, new DateOnly(2026, 10, 1 + (i / 2))), Secretary)).Value);
        At(new DateOnly(2026, 10, 2));
        var (seen, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = Require(await Send(new ListTasks(new TaskFilter { MeetingId = meeting, State = "not_done" }, cursor, 2), Owner)).Value;
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe(ids);
        Require(await Send(new ListTasks(new TaskFilter { MeetingId = meeting, State = "overdue" }, null, null), Owner)).Value.Items.Count.ShouldBe(2);
        (await Send(new ListTasks(new TaskFilter { State = "?" }, null, null), Owner)).Failures.Single().Field.ShouldBe("state");
        Require(await Send(new ListTasks(new TaskFilter { MeetingId = meeting }, null, null), Callers.Of(Town.OtherWard, "reporting_periods.read")))
            .Value.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task Each_reminder_of_a_task_goes_once_whichever_host_sends_it_and_with_the_last_one_who_gave_it_is_told()
    {
        var meeting = await HeldAsync();
        var id = Require(await Send(Give(meeting, new DateOnly(2026, 11, 16)), Secretary)).Value;
        var quiet = Require(await Send(Give(meeting, new DateOnly(2026, 11, 16)), Secretary)).Value;
        await ReportAsync(quiet, TaskState.Done, "Xong");
        await using var second = await StartSecondHostAsync();
        DateOnly[] days = [new(2026, 11, 9), new(2026, 11, 13), new(2026, 11, 16), new(2026, 11, 17), new(2026, 11, 19)];
        foreach (var day in days)
        {
            At(day);
            second.Clock.Show(City.Clock.GetUtcNow());
            (await AtOnceAsync(second, () => new SendTaskReminders())).ShouldAllBe(result => result.Succeeded);
        }

        var log = await City.UseAsync<ReportingPeriodsDbContext, List<TaskReminder>>(
            db => db.TaskReminders.AsNoTracking().Where(r => r.TaskId == id).OrderBy(r => r.MomentOn).ToListAsync());
        log.Select(line => (line.RuleDays, line.Outcome, line.EscalatedTo)).ShouldBe(
        [
            (-5, ReminderOutcome.Sent, null), (-1, ReminderOutcome.Sent, null), (0, ReminderOutcome.Sent, null), (1, ReminderOutcome.Sent, null),
            (3, ReminderOutcome.Sent, Town.Team),
        ]);
        (await EventsAsync("platform.notification_requested.v1", $"/tasks/{id}")).ShouldBe(7, "given, five reminders, one escalation");
        (await EventsAsync("platform.notification_requested.v1", $"/tasks/{quiet}")).ShouldBe(2, "given and done: nobody is reminded of what is done");
        Require(await Send(new ReadTask(id), Owner)).Value.Reminders.Count.ShouldBe(5);
    }

    private static MeetingContent Content(DateOnly on, MeetingState state = MeetingState.Planned) => new(
        "Họp Ban Chỉ đạo", on, new TimeOnly(8, 0), "UBND", state, [new AgendaItem("Đánh giá 6 tháng", null)], null, "", null, null);

    private static TaskContent Content(Guid owner, DateOnly due) => new("Mở lớp xóa mù chữ", owner, due, "12/TB-BCĐ", new DateOnly(2026, 3, 12));

    private GiveTask Give(Guid meetingId, DateOnly due) => new(meetingId, null, Content(Town.Ward, due), null, [], []);

    private async Task<Guid> HeldAsync()
    {
        At(new DateOnly(2026, 9, 1));
        return Require(await Send(new PlanMeeting(Town.Team, Content(new DateOnly(2026, 9, 1), MeetingState.Held)), Secretary)).Value;
    }

    private async Task ReportAsync(Guid id, TaskState state, string text)
    {
        var version = Require(await Send(new ReadTask(id), Owner)).Value.Task.Version;
        Require(await Send(new ReportOnTask(id, version, state, text), Owner));
    }
}
