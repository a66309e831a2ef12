using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;

namespace LearningCity.ReportingPeriods.Infrastructure.Demonstration;

/// <summary>
/// The demonstration's last meeting is called, some weeks before today, so that difficulties can be put to it; what it concluded follows
/// in <see cref="ConclusionsDemonstration"/>.
/// </summary>
internal sealed class MeetingsDemonstration(DemonstrationActors actors) : IDemonstration
{
    /// <summary>Days before today on which it was called, and on which it is held.</summary>
    internal const int CalledDaysAgo = 75;

    internal const int HeldDaysAgo = 60;

    internal static readonly AgendaItem[] Agenda =
    [
        new("Kết quả thực hiện bộ tiêu chí 6 tháng", "Tổ giúp việc trình bày"),
        new("Khó khăn, kiến nghị của các phường, xã", "Sở Giáo dục và Đào tạo"),
        new("Nhiệm vụ trọng tâm", null),
    ];

    private static readonly TimeOnly Morning = new(8, 0);

    public int Order => 55;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act != DemonstrationAct.Finish) return;
        var city = await actors.FindAsync(stage.Today, cancellationToken);
        stage.Clock.Show(CityTime.At(stage.Today.AddDays(-CalledDaysAgo), Morning));
        await actors.SendAsync(
            city.Team, ReportingPeriodsPermissions.KeepMeetings,
            new PlanMeeting(city.Team, Content(stage.Today.AddDays(-HeldDaysAgo), MeetingState.Planned, "", null, null)), cancellationToken);
    }

    internal static MeetingContent Content(DateOnly on, MeetingState state, string minutes, string? number, DateOnly? date) => new(
        "Họp Ban Chỉ đạo xây dựng xã hội học tập (trình diễn)", on, Morning, "Phòng họp số 1, UBND Thành phố", state, Agenda, null, minutes, number, date);
}
