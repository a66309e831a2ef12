using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Domain.Difficulties;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions.Tests.Application.Difficulties;

internal sealed class DifficultiesTests(string database) : OfficeTest(database)
{
    private readonly MeetingSummary _meeting = new(
        Ids.New(), Ids.New(), "Họp quý", new DateOnly(2027, 1, 15), "UBND", MeetingState.Planned);

    private Caller Ward { get; set; } = Caller.Anonymous;

    private Caller Department { get; set; } = Caller.Anonymous;

    private Caller OtherClerk { get; set; } = Caller.Anonymous;

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddSingleton(_meeting);
        services.AddTransient<IRequestHandler<GetMeeting, MeetingSummary?>, Calendar>();
    }

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Ward = Callers.Of(Office.Ward, "submissions.read", "submissions.report", "submissions.answer_difficulties");
        Department = Callers.Of(Office.Department, "submissions.read", "submissions.answer_difficulties");
        OtherClerk = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");
        City.Clock.Show(CityTime.At(new DateOnly(2026, 6, 30), new TimeOnly(9, 0)));
    }

    [Test]
    public async Task A_difficulty_goes_up_tier_by_tier_and_who_raised_it_is_told_of_every_step()
    {
        var id = await RaiseAsync("Thiếu giáo viên dạy xóa mù chữ");
        var view = await ViewAsync(id, Clerk);
        (view.Item.Code, view.Item.HolderUnitId, view.Item.State).ShouldBe((view.Item.Code, Office.Ward, DifficultyState.Raised));
        view.Acts.ShouldBe([DifficultyAct.Settle]);
        (await StepAsync(id, DifficultyAct.Answer, "Không thuộc quyền", Clerk)).ShouldBe("platform.not_allowed");
        (await StepAsync(id, DifficultyAct.Answer, "Không thuộc quyền", OtherClerk)).ShouldBe("platform.not_allowed");
        (await StepAsync(id, DifficultyAct.Forward, "Chuyển", Ward, Office.School)).ShouldBe("submissions.difficulty_not_above");
        (await StepAsync(id, DifficultyAct.Forward, "Đề nghị Sở bố trí", Ward)).ShouldBeNull();
        (await StepAsync(id, DifficultyAct.Answer, "Phường trả lời", Ward)).ShouldBe("platform.not_allowed", "the Department holds it now");
        (await StepAsync(id, DifficultyAct.Forward, "Chuyển tiếp", Department)).ShouldBe("submissions.difficulty_no_unit_above");
        (await StepAsync(id, DifficultyAct.PutToMeeting, "Xin ý kiến", Department)).ShouldBe("submissions.difficulty_unknown_meeting");
        (await StepAsync(id, DifficultyAct.PutToMeeting, "Xin ý kiến", Department, meetingId: _meeting.Id)).ShouldBeNull();
        (await Send(new ListMattersOfMeeting(_meeting.Id))).ShouldContain(matter => matter.Id == id && matter.State == "at_meeting");
        (await StepAsync(id, DifficultyAct.Answer, "Đã bố trí 2 giáo viên", Department)).ShouldBeNull();
        (await StepAsync(id, DifficultyAct.Reopen, "Mới có 1 người", Ward)).ShouldBeNull("the ward reports for its schools");
        (await StepAsync(id, DifficultyAct.Settle, "Đã đủ", Department)).ShouldBeNull();

        view = await ViewAsync(id, Clerk);
        view.Steps.Select(step => step.Kind).ShouldBe(
        [
            DifficultyStepKind.Raised, DifficultyStepKind.Forwarded, DifficultyStepKind.PutToMeeting, DifficultyStepKind.Answered,
            DifficultyStepKind.Reopened, DifficultyStepKind.Settled,
        ]);
        view.Acts.ShouldBe([DifficultyAct.Reopen]);
        (await NoticesAsync(id, Office.School)).ShouldBe(4, "forwarded, put to a meeting, answered, settled");
        (await NoticesAsync(id, Office.Ward)).ShouldBe(1);
        (await NoticesAsync(id, Office.Department)).ShouldBe(2, "forwarded to it, and reopened");
    }

    [Test]
    public async Task A_step_on_what_somebody_else_changed_meanwhile_is_refused()
    {
        var id = await RaiseAsync("Kinh phí chậm");
        var seen = (await ViewAsync(id, Ward)).Item.Version;
        Require(await Send(new TakeDifficultyStep(id, seen, DifficultyAct.Forward, "Chuyển"), Ward));
        (await Send(new TakeDifficultyStep(id, seen, DifficultyAct.Settle, "Xong"), Department)).Failures.Single().Code.ShouldBe("platform.stale");
        (await Send(new TakeDifficultyStep(id, seen + 1, null, " "), Department)).Failures.Select(failure => failure.Field).ShouldBe(["act", "text"], ignoreOrder: true);
    }

    [Test]
    public async Task One_raised_with_a_submission_names_its_subject_and_is_found_from_it()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        (await Send(new RaiseDifficulty(null, submission.Id, DifficultyKind.Proposal, "Bổ sung học liệu", null, "KHONG", null), Clerk))
            .Failures.Single().Code.ShouldBe("submissions.difficulty_unknown_subject");
        (await Send(new RaiseDifficulty(Office.OtherSchool, submission.Id, DifficultyKind.Proposal, "Bổ sung", null, null, null), Clerk))
            .Failures.Single().Code.ShouldBe("submissions.difficulty_unknown_unit");
        var id = Require(await Send(
            new RaiseDifficulty(null, submission.Id, DifficultyKind.Proposal, "Bổ sung học liệu", null, Office.Events.Code, Office.Department), Clerk));
        var page = Require(await Send(new ListDifficulties(new DifficultyFilter { SubmissionId = submission.Id }, null, null), Clerk));
        var item = page.Items.Single();
        (item.Id, item.SubjectCode, item.Kind, item.HolderUnitId).ShouldBe((id, Office.Events.Code, DifficultyKind.Proposal, Office.Department));
        Require(await Send(new ListDifficulties(new DifficultyFilter { SubmissionId = submission.Id }, null, null), OtherClerk)).Items.ShouldBeEmpty();
        (await Send(new GetDifficulty(id), OtherClerk)).Failures.Single().Code.ShouldBe("platform.not_allowed");
    }

    [Test]
    public async Task A_list_goes_on_where_it_stopped_and_filters_by_age_and_holder()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await RaiseAsync($"Khó khăn {i}"));
        var filter = new DifficultyFilter { HolderUnitId = Office.Ward, UnitId = Office.School, Open = true };
        var (seen, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = Require(await Send(new ListDifficulties(filter, cursor, 2), Ward));
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBeUnique();
        ids.ShouldBeSubsetOf(seen);
        (await Send(new ListDifficulties(filter, "???", null), Ward)).Failures.Single().Code.ShouldBe("platform.invalid_cursor");
        Require(await Send(new ListDifficulties(filter with { OlderThanDays = 1 }, null, 200), Ward)).Items.Select(item => item.Id).ShouldNotContain(ids[0]);
    }

    [Test]
    public async Task A_theme_gathers_what_several_units_say_and_settles_all_of_it_that_is_still_its_own()
    {
        var mine = await RaiseAsync("Thiếu phòng học");
        var other = Require(await Send(
            new RaiseDifficulty(Office.OtherSchool, null, DifficultyKind.Difficulty, "Phòng học chật", null, null, null), OtherClerk));
        (await Send(new OpenTheme(Office.Ward, "Cơ sở vật chất"), Clerk)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        var theme = Require(await Send(new OpenTheme(Office.Ward, "Cơ sở vật chất"), Ward));
        Require(await Send(new GroupDifficulties(theme, [mine, other]), Ward));
        Require(await Send(new GroupDifficulties(theme, [mine]), Ward));
        var shown = Require(await Send(new GetTheme(theme), Ward));
        (shown.Total, shown.Open, shown.Units, shown.MayKeep).ShouldBe((2, 2, 2, true));
        (Require(await Send(new GetTheme(theme), Clerk)).Total, Require(await Send(new GetTheme(theme), Clerk)).MayKeep).ShouldBe((1, false));

        (await StepAsync(other, DifficultyAct.Forward, "Vượt khả năng của phường", Ward)).ShouldBeNull();
        Require(await Send(new TakeThemeStep(theme, shown.Version, DifficultyAct.Settle, "Đã sửa chữa"), Ward)).ShouldBe(1);
        (await ViewAsync(mine, Clerk)).Item.State.ShouldBe(DifficultyState.Settled);
        (await ViewAsync(other, OtherClerk)).Item.State.ShouldBe(DifficultyState.Forwarded, "it had left the ward");
        (await Send(new TakeThemeStep(theme, shown.Version, DifficultyAct.Settle, "Lại"), Ward)).Failures.Single().Code.ShouldBe("platform.stale");
        Require(await Send(new ListThemes(null, null), Ward)).Items.ShouldContain(item => item.Id == theme && item.Settled == 1);
    }

    [Test]
    public async Task A_task_that_it_led_to_is_a_step_of_it_once()
    {
        var id = await RaiseAsync("Thiếu kinh phí");
        var moved = new TaskMoved(
            Ids.New(), Ids.New(), TaskMove.Given, "Sở Tài chính bố trí kinh phí", Office.Department, new DateOnly(2026, 9, 30), _meeting.Id, [id], Guid.Empty,
            City.Clock.GetUtcNow());
        for (var i = 0; i < 2; i++)
        {
            await City.UseAsync<IServiceProvider, int>(async services =>
            {
                await ActivatorUtilities.CreateInstance<WhenTaskMoved>(services).Handle(moved, CancellationToken.None);
                return 0;
            });
        }

        var steps = (await ViewAsync(id, Clerk)).Steps;
        steps.Count(step => step.Kind == DifficultyStepKind.TaskGiven && step.RefersToId == moved.TaskId).ShouldBe(1);
        (await NoticesAsync(id, Office.School)).ShouldBe(1);
    }

    private async Task<Guid> RaiseAsync(string text) =>
        Require(await Send(new RaiseDifficulty(Office.School, null, DifficultyKind.Difficulty, text, null, null, null), Clerk));

    private async Task<DifficultyView> ViewAsync(Guid id, Caller caller) => Require(await Send(new GetDifficulty(id), caller));

    /// <summary>Takes a step on what is there now; the code of the refusal, or null.</summary>
    private async Task<string?> StepAsync(Guid id, DifficultyAct act, string text, Caller caller, Guid? toUnitId = null, Guid? meetingId = null)
    {
        var version = await City.UseAsync<ISubmissionsDb, int>(db => db.Difficulties.AsNoTracking().Where(d => d.Id == id).Select(d => d.Version).SingleAsync());
        return (await Send(new TakeDifficultyStep(id, version, act, text, toUnitId, meetingId), caller)).Failures is [var refusal, ..] ? refusal.Code : null;
    }

    private Task<int> NoticesAsync(Guid id, Guid unitId)
    {
        var (unit, link) = ($"\"unitId\":\"{unitId}\"", $"/difficulties/{id}");
        return City.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>().CountAsync(message =>
            message.Name == "platform.notification_requested.v1" && message.Payload.Contains(unit) && message.Payload.Contains(link)));
    }

    private sealed class Calendar(MeetingSummary meeting) : IRequestHandler<GetMeeting, MeetingSummary?>
    {
        public Task<MeetingSummary?> Handle(GetMeeting request, CancellationToken cancellationToken) =>
            Task.FromResult(request.MeetingId == meeting.Id ? meeting : null);
    }
}
