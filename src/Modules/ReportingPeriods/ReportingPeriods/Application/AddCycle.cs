using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Adds a cycle of the city's own, such as quarters. It runs at once.</summary>
/// <param name="Code">Names it in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Prefix">What codes of its periods begin with, so that they differ from those of other cycles: <c>Q</c> for <c>Q2026-1</c>.</param>
/// <param name="Windows">The windows of a year.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record AddCycle(
    string? Code, LocalText? Name, string? Prefix, IReadOnlyList<CycleWindow>? Windows, int SchoolDueDays, int LocalityDueDays,
    int DepartmentDueDays, int ClosingDays) : ICommand;

internal sealed class AddCycleValidator : AbstractValidator<AddCycle>
{
    public AddCycleValidator()
    {
        RuleFor(c => c.Code).Must(code => code is { Length: > 0 and <= 60 } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            .Say("Mã gồm chữ thường không dấu, chữ số và gạch dưới, tối đa 60 ký tự.", "A code has lower-case letters, digits and underscores, at most 60.");
        RuleFor(c => c.Name).Must(name => name?.Vi?.Trim() is { Length: > 0 and <= 100 } && name.En?.Trim() is { Length: > 0 and <= 100 })
            .Say("Nhập tên bằng hai ngôn ngữ, tối đa 100 ký tự.", "Enter a name in both languages, at most 100 characters.");
        RuleFor(c => c.Prefix).Must(prefix => prefix is { Length: > 0 and <= 10 } && prefix.All(char.IsAsciiLetterUpper))
            .Say("Tiền tố mã kỳ gồm 1 đến 10 chữ in hoa không dấu.", "The prefix of period codes has 1 to 10 capital letters.");
        RuleFor(c => c.Windows).Must(windows => windows is not null && ChangeCycleValidator.AreDates(windows) && Cycle.Tile(windows)
                && ChangeCycleValidator.AreNamedAndOpenInside(windows))
            .Say("Các khoảng lấy số liệu phải phủ kín một năm, có tên bằng hai ngôn ngữ, hậu tố riêng và ngày mở nằm trong khoảng.",
                "The data windows must cover the year, each with a name in both languages, a suffix of its own and a day of opening inside it.");
        RuleFor(c => c.ClosingDays).Must((c, _) => 1 <= c.SchoolDueDays && c.SchoolDueDays <= c.LocalityDueDays
                && c.LocalityDueDays <= c.DepartmentDueDays && c.DepartmentDueDays < c.ClosingDays && c.ClosingDays <= 120)
            .Say("Hạn phải theo thứ tự trường, phường, sở, đóng kỳ, từ 1 đến 120 ngày làm việc.",
                "Due dates go by schools, wards, departments, closing, within 1 to 120 working days.");
    }
}

internal sealed class AddCycleHandler(IReportingPeriodsDb db, Guardian guardian) : ICommandHandler<AddCycle>
{
    public async Task<Result> Handle(AddCycle request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        if (await db.Cycles.AnyAsync(c => c.Code == request.Code || c.Prefix == request.Prefix, cancellationToken))
            return PeriodFailures.CycleCodeTaken.On("code");
        db.Cycles.Add(new Cycle
        {
            Id = Ids.New(),
            Code = request.Code!,
            NameVi = request.Name!.Vi,
            NameEn = request.Name.En,
            Prefix = request.Prefix!,
            Windows = request.Windows!,
            SchoolDueDays = request.SchoolDueDays,
            LocalityDueDays = request.LocalityDueDays,
            DepartmentDueDays = request.DepartmentDueDays,
            ClosingDays = request.ClosingDays,
        });
        db.Audit(new AuditEntry("reporting_periods.add_cycle", "cycle", request.Code!, Details: request));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PeriodFailures.CycleCodeTaken.On("code");
        }
    }
}
