using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.ReportingPeriods;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class ReportingPeriodsPermissions
{
    /// <summary>Periods and the calendar for everybody who holds it; obligations and reminders of the units it is held for.</summary>
    internal static readonly Permission Read = new(
        "reporting_periods.read", new LocalText("Xem kỳ báo cáo, hạn gửi và nhật ký nhắc", "See periods, due dates and reminders"));

    /// <summary>Held everywhere: cycles, assignments and periods. Held for a unit: extensions of the units below it.</summary>
    internal static readonly Permission Manage = new(
        "reporting_periods.manage",
        new LocalText("Lập, mở, đóng kỳ báo cáo và gia hạn", "Plan, open and close periods, give extensions"));

    /// <summary>Held for a unit: to remind the units below it by hand.</summary>
    internal static readonly Permission Remind = new(
        "reporting_periods.remind", new LocalText("Nhắc đơn vị chưa gửi báo cáo", "Remind units that have not submitted"));

    /// <summary>Held for a unit: to ask for more time for it.</summary>
    internal static readonly Permission RequestExtension = new(
        "reporting_periods.request_extension", new LocalText("Đề nghị gia hạn", "Ask for an extension"));

    /// <summary>Held for a unit: meetings of its committee and of those below it, and the conclusions.</summary>
    internal static readonly Permission KeepMeetings = new(
        "reporting_periods.keep_meetings", new LocalText("Lập cuộc họp, ghi kết luận, giao nhiệm vụ", "Keep meetings, conclusions and tasks"));

    /// <summary>Held for a unit: its plan and the plans below it.</summary>
    internal static readonly Permission KeepPlans = new(
        "reporting_periods.keep_plans", new LocalText("Lập kế hoạch của đơn vị", "Keep the unit's plan"));

    /// <summary>Held for a unit: to say how far its tasks are.</summary>
    internal static readonly Permission DoTasks = new(
        "reporting_periods.do_tasks", new LocalText("Cập nhật tiến độ nhiệm vụ", "Report on tasks"));

    internal static IReadOnlyList<Permission> All { get; } = [Read, Manage, Remind, RequestExtension, KeepMeetings, KeepPlans, DoTasks];
}
