using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>One line of the reminder log.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Number">Its number within the period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">The unit's name on the reference date.</param>
/// <param name="RuleDays">The rule: working days before (negative) or after the due date.</param>
/// <param name="DueOn">The due date that it was about.</param>
/// <param name="MomentOn">The day on which it was to go.</param>
/// <param name="Outcome"><c>sent</c>, <c>not_needed</c> or <c>skipped</c>.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="RecordedAt">When this was put on record.</param>
internal sealed record ReminderItem(
    Guid ObligationId, int Number, Guid UnitId, LocalText UnitName, int RuleDays, DateOnly DueOn, DateOnly MomentOn, string Outcome,
    string? Reason, DateTimeOffset RecordedAt);

/// <summary>The reminder log of a period within the caller's scope, newest first.</summary>
internal sealed record ReadReminders(string PeriodCode, string? Cursor, int? Limit) : IQuery<Result<Page<ReminderItem>>>;

internal sealed class ReadRemindersHandler(IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, ISender sender)
    : IQueryHandler<ReadReminders, Result<Page<ReminderItem>>>
{
    public async Task<Result<Page<ReminderItem>>> Handle(ReadReminders request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PeriodCode, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.PeriodCode);
        var limit = Cursor.Limit(request.Limit);
        var lines = db.Reminders.AsNoTracking().Where(r => r.PeriodId == period.Id)
            .WithinScope(db.UnitPlaces, user.ScopeOf(ReportingPeriodsPermissions.Read.Code), r => r.UnitId, period.WindowTo);
        if (after is not null)
        {
            lines = lines.Where(r => r.RecordedAt < after.RecordedAt
                || (r.RecordedAt == after.RecordedAt && (r.Number > after.Number
                    || (r.Number == after.Number && (r.RuleDays > after.RuleDays
                        || (r.RuleDays == after.RuleDays && r.DueOn > after.DueOn))))));
        }

        var rows = await lines.OrderByDescending(r => r.RecordedAt).ThenBy(r => r.Number).ThenBy(r => r.RuleDays).ThenBy(r => r.DueOn)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var units = await sender.Send(new GetUnits([.. rows.Select(r => r.UnitId).Distinct()], period.WindowTo), cancellationToken);
        var names = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        return Cursor.Page(
            rows.ConvertAll(row => Show(row, names)), limit, r => new Place(r.RecordedAt, r.Number, r.RuleDays, r.DueOn));
    }

    private static ReminderItem Show(Reminder r, Dictionary<Guid, LocalText> names) => new(
        r.ObligationId, r.Number, r.UnitId, names.GetValueOrDefault(r.UnitId) ?? new LocalText("(chưa rõ)", "(unknown)"), r.RuleDays,
        r.DueOn, r.MomentOn, BuildingBlocks.Data.SnakeCase.Of(r.Outcome),
        r.Reason is { } reason ? BuildingBlocks.Data.SnakeCase.Of(reason) : null, r.RecordedAt);

    internal sealed record Place(DateTimeOffset RecordedAt, int Number, int RuleDays, DateOnly DueOn);
}
