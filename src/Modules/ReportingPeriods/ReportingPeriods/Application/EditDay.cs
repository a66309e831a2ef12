using System.Globalization;
using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Says what a decision makes of a day. Planned periods are worked out anew at once; due dates that opening fixed stay, and the
/// calendar page lists those that would differ. To send the same again changes nothing.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Kind"><c>holiday</c>, <c>worked_instead</c>, <c>plain</c> or <c>as_announced</c>.</param>
/// <param name="Decision">Number and date of the decision.</param>
internal sealed record EditDay(DateOnly Day, string? Kind, string? Decision) : ICommand;

internal sealed class EditDayValidator : AbstractValidator<EditDay>
{
    public EditDayValidator()
    {
        RuleFor(c => c.Day).Must(day => day.Year is >= ReadCalendarHandler.FirstYear and <= ReadCalendarHandler.LastYear)
            .Say("Nhập ngày từ năm 1990 đến năm 2099.", "Enter a day of the years 1990 to 2099.");
        RuleFor(c => c.Kind).Must(kind => SnakeCase.TryParse<DayEditKind>(kind ?? "", out _))
            .Say("Chọn loại ngày: holiday, worked_instead, plain hoặc as_announced.", "The kind is holiday, worked_instead, plain or as_announced.");
        RuleFor(c => c.Kind).Must((command, kind) => kind != "worked_instead" || command.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .Say("Ngày làm bù phải là thứ Bảy hoặc Chủ Nhật.", "A day that is worked instead is a Saturday or Sunday.");
        RuleFor(c => c.Decision).RequiredText(200);
    }
}

internal sealed class EditDayHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, CityCalendar calendar, TimeProvider clock) : ICommandHandler<EditDay>
{
    public async Task<Result> Handle(EditDay request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        if (!SnakeCase.TryParse<DayEditKind>(request.Kind, out var kind)) return PlatformFailures.NotFound;
        var edits = await db.DayEdits.AsNoTracking().ToListAsync(cancellationToken);
        var last = edits.Where(edit => edit.Day == request.Day).MaxBy(edit => edit.Revision);
        if (last?.Kind == kind && last.Decision == request.Decision) return Result.Ok;
        var next = new DayEdit
        {
            Day = request.Day,
            Revision = (last?.Revision ?? 0) + 1,
            Kind = kind,
            Decision = request.Decision!,
            RecordedBy = user.Id,
            RecordedAt = clock.GetUtcNow(),
        };
        db.DayEdits.Add(next);
        var now = calendar.Over(edits.Append(next));
        var planned = await db.Periods.Include(p => p.Tiers).Where(p => p.State == PeriodState.Planned).ToListAsync(cancellationToken);
        foreach (var period in planned) period.Recount(now);
        db.Audit(new AuditEntry("reporting_periods.edit_day", "calendar_day", request.Day.ToString("O", CultureInfo.InvariantCulture), Details: new
        {
            kind = request.Kind,
            before = last?.Kind,
            decision = request.Decision,
            recounted = planned.Select(period => period.Code),
        }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }
}
