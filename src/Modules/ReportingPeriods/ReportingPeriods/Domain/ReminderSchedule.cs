using LearningCity.BuildingBlocks.Time;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A rule whose day has come for a due date, and what to do about it.</summary>
/// <param name="RuleDays">Working days before (negative) or after the due date.</param>
/// <param name="MomentOn">The day that this makes.</param>
/// <param name="Skip">Why it is left out; null where it goes to those who have not handed in.</param>
internal sealed record DueReminder(int RuleDays, DateOnly MomentOn, SkipReason? Skip);

/// <summary>Which reminders a due date has, and which of them are due on a day.</summary>
internal static class ReminderSchedule
{
    /// <summary>After so many days a reminder is of no more use.</summary>
    internal const int UsefulForDays = 3;

    /// <summary>The rules that a city starts with: five working days and one before, on the day, one and three after.</summary>
    internal static readonly IReadOnlyList<int> Rules = [-5, -1, 0, 1, 3];

    /// <summary>
    /// The rules whose day has come, in order. Only the last of them is sent, and only while it is fresh: a host that was down for a
    /// week does not send a week's reminders at once.
    /// </summary>
    internal static IReadOnlyList<DueReminder> Due(
        DateOnly dueOn, DateOnly today, HolidayCalendar calendar, IReadOnlyList<int> rules)
    {
        var come = rules.Order().Select(days => (Days: days, On: Moment(dueOn, days, calendar))).Where(rule => rule.On <= today).ToList();
        return [.. come.Select((rule, place) => new DueReminder(
            rule.Days, rule.On,
            today.DayNumber - rule.On.DayNumber > UsefulForDays ? SkipReason.TooLate
                : place < come.Count - 1 ? SkipReason.Superseded
                : null))];
    }

    /// <summary>The day of a rule. The due date itself counts as it is, working day or not.</summary>
    internal static DateOnly Moment(DateOnly dueOn, int ruleDays, HolidayCalendar calendar) =>
        ruleDays == 0 ? dueOn : calendar.AddWorkingDays(dueOn, ruleDays);
}
