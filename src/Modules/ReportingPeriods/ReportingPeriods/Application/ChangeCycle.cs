using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Changes windows and due dates of a cycle: for periods that are planned from then on, or, with a day, for all periods whose windows begin
/// on it or later, planned ones included; what held before it stays on record.
/// </summary>
/// <param name="Code">The cycle.</param>
/// <param name="Version">The version that the caller saw.</param>
/// <param name="Windows">The windows of a year; null to leave them.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
/// <param name="From">First day of the first window under the new rules; null for periods planned from now on.</param>
/// <param name="Dormant">Whether it plans no periods by itself; null to leave that.</param>
internal sealed record ChangeCycle(
    string Code, int Version, IReadOnlyList<CycleWindow>? Windows, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays,
    int ClosingDays, DateOnly? From = null, bool? Dormant = null) : ICommand;

internal sealed class ChangeCycleValidator : AbstractValidator<ChangeCycle>
{
    private const int LongestDelay = 120;

    public ChangeCycleValidator()
    {
        RuleFor(c => c.SchoolDueDays).InclusiveBetween(1, LongestDelay)
            .Say("Hạn của trường phải từ 1 đến 120 ngày làm việc.", "Schools are due 1 to 120 working days after the window's end.");
        RuleFor(c => c.LocalityDueDays).InclusiveBetween(1, LongestDelay).GreaterThanOrEqualTo(c => c.SchoolDueDays)
            .Say("Hạn của phường, xã phải từ 1 đến 120 ngày làm việc và không sớm hơn hạn của trường.",
                "Wards are due 1 to 120 working days after the window's end, and not before schools.");
        RuleFor(c => c.DepartmentDueDays).InclusiveBetween(1, LongestDelay).GreaterThanOrEqualTo(c => c.LocalityDueDays)
            .Say("Hạn của sở phải từ 1 đến 120 ngày làm việc và không sớm hơn hạn của phường, xã.",
                "Departments are due 1 to 120 working days after the window's end, and not before wards.");
        RuleFor(c => c.ClosingDays).InclusiveBetween(1, LongestDelay).GreaterThan(c => c.DepartmentDueDays)
            .Say("Ngày đóng kỳ phải sau hạn cuối cùng và trong vòng 120 ngày làm việc.",
                "The period closes after the last due date, within 120 working days.");
        RuleFor(c => c.Windows).Must(windows => windows is null || (AreDates(windows) && Cycle.Tile(windows)))
            .Say("Các khoảng lấy số liệu phải nối tiếp nhau, phủ kín một năm, không chồng lên nhau.",
                "The data windows must follow each other round the whole year, without gap or overlap.");
        RuleFor(c => c.Windows).Must(windows => windows is null || !AreDates(windows) || AreNamedAndOpenInside(windows))
            .Say("Mỗi khoảng cần tên bằng hai ngôn ngữ, hậu tố mã riêng (chữ và số, tối đa 10 ký tự) và ngày mở nằm trong khoảng.",
                "Each window needs a name in both languages, a code suffix of its own (letters and digits, at most 10) and a day of opening inside it.");
    }

    internal static bool AreDates(IReadOnlyList<CycleWindow> windows) => windows.All(window =>
        window is { Suffix: not null, Name: { Vi: not null, En: not null } }
        && IsDate(window.FromMonth, window.FromDay) && IsDate(window.ToMonth, window.ToDay) && IsDate(window.OpensMonth, window.OpensDay));

    internal static bool AreNamedAndOpenInside(IReadOnlyList<CycleWindow> windows)
    {
        const int AnyYear = 2025;
        return windows.Select(window => window.Suffix).Distinct(StringComparer.Ordinal).Count() == windows.Count
            && windows.All(window => window.Suffix.Length <= 10 && window.Suffix.All(char.IsAsciiLetterOrDigit)
                && window.Name.Vi.Trim().Length is > 0 and <= 100 && window.Name.En.Trim().Length is > 0 and <= 100
                && window.From(AnyYear) <= window.Opens(AnyYear) && window.Opens(AnyYear) <= window.To(AnyYear));
    }

    private static bool IsDate(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2025, month);
}

internal sealed class ChangeCycleHandler(IReportingPeriodsDb db, Guardian guardian, CityCalendar city) : ICommandHandler<ChangeCycle>
{
    public async Task<Result> Handle(ChangeCycle request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.FirstOrDefaultAsync(c => c.Code == request.Code, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.With(request.Code);
        if (cycle.Version != request.Version) return PlatformFailures.Stale;
        cycle.IsDormant = request.Dormant ?? cycle.IsDormant;
        var rules = new CycleRules(
            request.Windows ?? cycle.Windows, request.SchoolDueDays, request.LocalityDueDays, request.DepartmentDueDays, request.ClosingDays);
        if (request.From is not { } from) cycle.Take(rules);
        else if (await ChangeFromAsync(cycle, from, rules, cancellationToken) is { Succeeded: false } wrong) return wrong;
        db.Audit(new AuditEntry("reporting_periods.change_cycle", "cycle", cycle.Code, Details: request));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }

    /// <summary>Planned periods take the new rules over; one whose code they no longer have was only planned, and goes.</summary>
    private async Task<Result> ChangeFromAsync(Cycle cycle, DateOnly from, CycleRules rules, CancellationToken cancellationToken)
    {
        var calendar = await city.ReadAsync(cancellationToken);
        var later = await db.Periods.Include(p => p.Tiers).Where(p => p.CycleId == cycle.Id && p.WindowTo >= from).ToListAsync(cancellationToken);
        if (later.Find(period => period.State != PeriodState.Planned) is { } opened) return PeriodFailures.RulesInUse.On("from", opened.Code);
        if (cycle.ChangeFrom(from, rules, calendar) is { Succeeded: false } refused) return refused;
        foreach (var period in later)
        {
            if (cycle.TryPlan(period.Code, calendar) is { } plan) period.Replan(plan);
            else db.Periods.Remove(period);
        }

        return Result.Ok;
    }
}
