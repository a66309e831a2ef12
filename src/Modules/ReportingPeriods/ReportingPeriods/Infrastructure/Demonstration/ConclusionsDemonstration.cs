using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Application.Plans;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Infrastructure.Demonstration;

/// <summary>
/// The demonstration's last meeting is held and gives three tasks: one is done, one is under way, one is overdue. The next meeting is
/// called, and a ward has a plan with a target of its own. Plausible, and marked as demonstration.
/// </summary>
internal sealed class ConclusionsDemonstration(IReportingPeriodsDb db, DemonstrationActors actors, ISender sender) : IDemonstration
{
    private const string Set = "hcmc-education-demo";
    private const string Document = "TB-BCĐ (trình diễn)";
    private static readonly TimeOnly Afternoon = new(15, 0);

    public int Order => 75;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act != DemonstrationAct.Finish) return;
        var city = await actors.FindAsync(stage.Today, cancellationToken);
        var heldOn = stage.Today.AddDays(-MeetingsDemonstration.HeldDaysAgo);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(m => m.UnitId == city.Team && m.HeldOn == heldOn, cancellationToken);
        Show(stage, -MeetingsDemonstration.HeldDaysAgo);
        await actors.SendAsync(
            city.Team, ReportingPeriodsPermissions.KeepMeetings,
            new ChangeMeeting(
                meeting.Id, meeting.Version,
                MeetingsDemonstration.Content(
                    heldOn, MeetingState.Held,
                    "Ban Chỉ đạo nghe báo cáo kết quả 6 tháng, ghi nhận khó khăn của các phường về thiết bị và kinh phí lớp xóa mù chữ.\nBan Chỉ đạo thống nhất giao các nhiệm vụ dưới đây.",
                    $"12/{Document}", heldOn)),
            cancellationToken);
        await TasksAsync(stage, city, meeting.Id, cancellationToken);
        Show(stage, -5);
        await actors.SendAsync(
            city.Team, ReportingPeriodsPermissions.KeepMeetings,
            new PlanMeeting(city.Team, MeetingsDemonstration.Content(stage.Today.AddDays(20), MeetingState.Planned, "", null, null)), cancellationToken);
        await PlanAsync(stage, city, cancellationToken);
        Show(stage, 0);
    }

    private async Task TasksAsync(DemonstrationStage stage, CityUnits city, Guid meetingId, CancellationToken cancellationToken)
    {
        var matters = (await sender.Send(new ListMattersOfMeeting(meetingId), cancellationToken)).Select(matter => matter.Id).ToList();
        var done = await GiveAsync(stage, city, meetingId, "Hướng dẫn mẫu hồ sơ công nhận đơn vị học tập dùng chung toàn thành phố.", city.Department, -20, [], cancellationToken);
        var going = await GiveAsync(stage, city, meetingId, "Rà soát nhu cầu thiết bị phục vụ học liệu số của các trường, trình phương án trang bị.", city.Department, 12, matters, cancellationToken);
        await GiveAsync(stage, city, meetingId, "Mở thêm lớp xóa mù chữ buổi tối tại khu dân cư, báo cáo số học viên.", city.Ward, -6, [], cancellationToken);
        Show(stage, -30);
        await ReportAsync(city.Department, going, TaskState.InProgress, "Đã nhận báo cáo nhu cầu của 120 trường; đang tổng hợp.", cancellationToken);
        Show(stage, -24);
        await ReportAsync(city.Department, done, TaskState.Done, "Đã ban hành hướng dẫn và mẫu hồ sơ.", cancellationToken);
    }

    private Task<Guid> GiveAsync(
        DemonstrationStage stage, CityUnits city, Guid meetingId, string text, Guid owner, int due, IReadOnlyList<Guid> matters,
        CancellationToken cancellationToken)
    {
        var heldOn = stage.Today.AddDays(-MeetingsDemonstration.HeldDaysAgo);
        var content = new TaskContent(text, owner, stage.Today.AddDays(due), $"12/{Document}", heldOn);
        return actors.SendAsync(
            city.Team, ReportingPeriodsPermissions.KeepMeetings, new GiveTask(meetingId, null, content, null, [], matters), cancellationToken);
    }

    private async Task ReportAsync(Guid owner, Guid taskId, TaskState state, string text, CancellationToken cancellationToken)
    {
        var version = await db.Tasks.AsNoTracking().Where(t => t.Id == taskId).Select(t => t.Version).SingleAsync(cancellationToken);
        await actors.SendAsync(owner, ReportingPeriodsPermissions.DoTasks, new ReportOnTask(taskId, version, state, text), cancellationToken);
    }

    private async Task PlanAsync(DemonstrationStage stage, CityUnits city, CancellationToken cancellationToken)
    {
        var year = stage.Today.Year;
        var set = await sender.Send(new FindCriteriaSetVersion(Set, stage.Today), cancellationToken);
        var question = new TargetQuestion(new DateOnly(year, 12, 31), SnakeCase.Of(city.WardType), city.WardCode);
        TargetInput[] targets =
        [
            .. (set?.Indicators ?? []).Where(indicator => indicator is { Direction: Direction.Higher, ValueType: IndicatorValueType.Percent })
                .Select(indicator => (indicator.Code, Assigned: TargetResolver.Resolve(indicator, question)?.Value))
                .Where(target => target.Assigned is not null).Take(2)
                .Select(target => new TargetInput(target.Code, year, Math.Min(100, target.Assigned!.Value + 1))),
        ];
        var plan = new PlanInput(
            "45/KH-UBND (trình diễn)", new DateOnly(year, 1, 20), $"Kế hoạch xây dựng xã hội học tập {year} (trình diễn)", year, year, null, Set, targets);
        var id = await actors.SendAsync(city.Ward, ReportingPeriodsPermissions.KeepPlans, new AddPlan(city.Ward, plan), cancellationToken);
        var task = new TaskContent(
            "Tổ chức Tuần lễ hưởng ứng học tập suốt đời tại các khu phố.", city.Ward, stage.Today.AddDays(25), plan.Number, plan.IssuedOn);
        await actors.SendAsync(city.Ward, ReportingPeriodsPermissions.KeepPlans, new GiveTask(null, id, task, null, [], []), cancellationToken);
    }

    private static void Show(DemonstrationStage stage, int days) =>
        stage.Clock.Show(CityTime.At(stage.Today.AddDays(days), days == 0 ? new TimeOnly(7, 0) : Afternoon));
}
