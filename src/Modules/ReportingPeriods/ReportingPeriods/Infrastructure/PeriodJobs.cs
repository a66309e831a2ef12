using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Application.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>The module's clocks, in the city's time. Reminders keep office hours; the rest does not wake anybody.</summary>
internal static class PeriodJobs
{
    internal static void AddTo(IServiceCollection services) => services
        .AddJob(new ScheduledJob(
            "reporting_periods.plan", "0 0 6 * * ?",
            new LocalText("Lập kỳ báo cáo tiếp theo", "Plan the next period"), () => new PlanNextPeriods()))
        .AddJob(new ScheduledJob(
            "reporting_periods.open", "0 0/15 * * * ?",
            new LocalText("Mở kỳ báo cáo đến ngày", "Open periods whose day has come"), () => new OpenDuePeriods()))
        .AddJob(new ScheduledJob(
            "reporting_periods.remind", "0 5/15 7-17 * * ?",
            new LocalText("Nhắc đơn vị chưa gửi báo cáo", "Remind units that have not submitted"), () => new SendReminders()))
        .AddJob(new ScheduledJob(
            "reporting_periods.digest", "0 30 7 * * ?",
            new LocalText("Báo buổi sáng cho đơn vị duyệt", "Tell reviewers in the morning what waits"), () => new SendReviewerDigests()))
        .AddJob(new ScheduledJob(
            "reporting_periods.remind_tasks", "0 10/15 7-17 * * ?",
            new LocalText("Nhắc nhiệm vụ đến hạn", "Remind owners of tasks that are due"), () => new SendTaskReminders()))
        .AddJob(new ScheduledJob(
            "reporting_periods.close", "0 10/15 * * * ?",
            new LocalText("Đóng kỳ báo cáo hết hạn", "Close periods whose last day has passed"), () => new CloseDuePeriods()));
}
