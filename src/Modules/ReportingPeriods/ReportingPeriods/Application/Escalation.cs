using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Tells the units above which of theirs are late: one notice for each unit above, however many are late below it.</summary>
internal sealed class Escalation(IReportingPeriodsDb db, ISender sender)
{
    /// <summary>The unit above is told where it reviews.</summary>
    private const string Permission = "submissions.review";

    private const int MostNames = 5;
    private const int UnitsAtOnce = 1000;

    /// <summary>The unit that each of these reports to today; those that report to none are left out.</summary>
    internal async Task<Dictionary<Guid, Guid>> AboveAsync(IEnumerable<Guid> unitIds, DateOnly today, CancellationToken cancellationToken)
    {
        var above = new Dictionary<Guid, Guid>();
        foreach (var some in unitIds.Distinct().Chunk(UnitsAtOnce))
        {
            var places = await db.UnitPlaces.AsNoTracking()
                .Where(place => some.Contains(place.UnitId) && place.Depth == 1 && place.Relation == UnitRelation.ReportsTo
                    && place.ValidFrom <= today && (place.ValidTo == null || place.ValidTo >= today))
                .Select(place => new { place.UnitId, place.AncestorId }).ToListAsync(cancellationToken);
            foreach (var place in places) above[place.UnitId] = place.AncestorId;
        }

        return above;
    }

    /// <summary>The notices for the units above.</summary>
    internal async Task<List<NotificationRequested>> NoticesAsync(
        ReportingPeriod period, DateOnly dueOn, IReadOnlyDictionary<Guid, Guid> above, DateOnly today, CancellationToken cancellationToken)
    {
        if (above.Count == 0) return [];
        var names = (await sender.Send(new GetUnits([.. above.Keys], today), cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        return [.. above.GroupBy(pair => pair.Value, pair => names.GetValueOrDefault(pair.Key) ?? new LocalText("(chưa rõ)", "(unknown)"))
            .Select(late => Notice(period, dueOn, late.Key, [.. late]))];
    }

    private static NotificationRequested Notice(ReportingPeriod period, DateOnly dueOn, Guid unitId, List<LocalText> late)
    {
        var more = late.Count - MostNames;
        var vi = string.Join("; ", late.Take(MostNames).Select(name => name.Vi)) + (more > 0 ? $" và {more} đơn vị khác" : "");
        var en = string.Join("; ", late.Take(MostNames).Select(name => name.En)) + (more > 0 ? $" and {more} more" : "");
        return new NotificationRequested(
            Ids.New(), unitId, Permission,
            new LocalText(
                $"{late.Count} đơn vị trực thuộc quá hạn báo cáo {period.NameVi}",
                $"{late.Count} {(late.Count == 1 ? "unit" : "units")} below overdue: {ReminderTexts.English(period.NameEn)}"),
            new LocalText(
                $"Đã quá hạn {ReminderTexts.Vi(dueOn)} mà chưa gửi báo cáo: {vi}. Đề nghị đôn đốc.",
                $"Due on {ReminderTexts.En(dueOn)} and not submitted: {en}. Follow up with them."),
            $"/periods/{Uri.EscapeDataString(period.Code)}?view=obligations&state=late");
    }
}
