using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>What reminders say.</summary>
internal static class ReminderTexts
{
    /// <summary>Reminders go to the people of the unit who enter its report. The permission is the module's of submissions.</summary>
    internal const string Permission = "submissions.report";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Where the unit finds its reports of the period.</summary>
    internal static string LinkTo(string periodCode) => $"/submissions?period={Uri.EscapeDataString(periodCode)}";

    internal static string Vi(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static string En(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>A period's name inside an English sentence: "the first half of 2026".</summary>
    internal static string English(string name) => name.Length == 0 ? name : $"the {char.ToLowerInvariant(name[0])}{name[1..]}";

    /// <summary>Subject and body of the reminder for a due date, as of today.</summary>
    internal static (LocalText Subject, LocalText Body) Write(
        string periodVi, string periodEn, int cells, DateOnly dueOn, DateOnly today, HolidayCalendar calendar)
    {
        var left = calendar.WorkingDaysBetween(today, dueOn);
        var period = English(periodEn);
        if (today > dueOn)
        {
            var late = Math.Max(1, -left);
            var answerBy = calendar.AddWorkingDays(today, 1);
            return (
                new LocalText($"Quá hạn báo cáo {periodVi}", $"Overdue: report on {period}"),
                new LocalText(
                    $"Báo cáo đã quá hạn {late} ngày làm việc. Đề nghị đơn vị gửi trước 17:00 ngày {Vi(answerBy)}; nếu có vướng mắc, vui lòng phản hồi.",
                    $"The report is {late} working {Days(late)} overdue. Submit it by 17:00 on {En(answerBy)}; if something stands in the way, tell us."));
        }

        if (today == dueOn || left <= 0)
        {
            return (
                new LocalText($"Đến hạn báo cáo {periodVi}", $"Due: report on {period}"),
                new LocalText(
                    $"Hạn gửi báo cáo là hết ngày {Vi(dueOn)}. Đơn vị cần báo cáo {cells} chỉ số.",
                    $"The report is due by the end of {En(dueOn)}. The unit owes {cells} {Indicators(cells)}."));
        }

        return (
            new LocalText($"Nhắc báo cáo {periodVi}", $"Reminder: report on {period}"),
            new LocalText(
                $"Còn {left} ngày làm việc đến hạn báo cáo ({Vi(dueOn)}). Đơn vị cần báo cáo {cells} chỉ số.",
                $"{left} working {Days(left)} left until {En(dueOn)}. The unit owes {cells} {Indicators(cells)}."));
    }

    private static string Days(int count) => count == 1 ? "day" : "days";

    private static string Indicators(int count) => count == 1 ? "indicator" : "indicators";
}
