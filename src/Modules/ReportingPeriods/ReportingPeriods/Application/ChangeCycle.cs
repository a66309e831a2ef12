using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Changes windows and due dates of a cycle, for periods that are planned from then on.</summary>
/// <param name="Code">The cycle.</param>
/// <param name="Version">The version that the caller saw.</param>
/// <param name="Windows">The windows of a year; null to leave them.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record ChangeCycle(
    string Code, int Version, IReadOnlyList<CycleWindow>? Windows, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays,
    int ClosingDays) : ICommand;

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

    private static bool AreDates(IReadOnlyList<CycleWindow> windows) => windows.All(window =>
        window is { Suffix: not null, Name: { Vi: not null, En: not null } }
        && IsDate(window.FromMonth, window.FromDay) && IsDate(window.ToMonth, window.ToDay) && IsDate(window.OpensMonth, window.OpensDay));

    private static bool AreNamedAndOpenInside(IReadOnlyList<CycleWindow> windows)
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

internal sealed class ChangeCycleHandler(IReportingPeriodsDb db, Guardian guardian) : ICommandHandler<ChangeCycle>
{
    public async Task<Result> Handle(ChangeCycle request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.FirstOrDefaultAsync(c => c.Code == request.Code, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.With(request.Code);
        if (cycle.Version != request.Version) return PlatformFailures.Stale;
        cycle.Windows = request.Windows ?? cycle.Windows;
        cycle.SchoolDueDays = request.SchoolDueDays;
        cycle.LocalityDueDays = request.LocalityDueDays;
        cycle.DepartmentDueDays = request.DepartmentDueDays;
        cycle.ClosingDays = request.ClosingDays;
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
}
