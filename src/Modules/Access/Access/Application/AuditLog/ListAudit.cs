using LearningCity.Access.Application.People;
using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.AuditLog;

/// <summary>Which rows of the audit log.</summary>
/// <param name="Action">Exactly this action, or all of a module: <c>submissions.</c>.</param>
/// <param name="SubjectType">Kind of thing.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="ActorId">Who did it.</param>
/// <param name="UnitId">Which unit it concerns.</param>
/// <param name="From">First day, in the city.</param>
/// <param name="To">Last day, in the city.</param>
internal sealed record AuditFilter(
    string? Action = null, string? SubjectType = null, string? SubjectId = null, Guid? ActorId = null, Guid? UnitId = null, DateOnly? From = null,
    DateOnly? To = null);

/// <summary>
/// The sealed rows of the audit log, the latest first. A row is sealed, and shown, within seconds; the order is that of the chain, which
/// never changes.
/// </summary>
internal sealed record ListAudit(AuditFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<AuditView>>>;

/// <summary>A row of the audit log.</summary>
/// <param name="Number">Place in the chain, from 1.</param>
/// <param name="RecordedAt">When it happened.</param>
/// <param name="ActorId">Who did it; empty for the system and for somebody not yet signed in.</param>
/// <param name="ActorKind">What kind of actor.</param>
/// <param name="ActorName">Their present name.</param>
/// <param name="Action">What was done.</param>
/// <param name="SubjectType">To what kind of thing.</param>
/// <param name="SubjectId">To which one.</param>
/// <param name="SubjectName">Its present name, where it is a person or an API client.</param>
/// <param name="UnitId">Which unit it concerns.</param>
/// <param name="UnitName">Name of that unit.</param>
/// <param name="Details">What else is worth knowing, as JSON.</param>
/// <param name="CorrelationId">Follows one request through jobs and listeners.</param>
/// <param name="Hash">SHA-256 over the previous row's hash and this row.</param>
internal sealed record AuditView(
    long Number, DateTimeOffset RecordedAt, Guid ActorId, CallerKind ActorKind, string? ActorName, string Action, string SubjectType,
    string SubjectId, string? SubjectName, Guid? UnitId, LocalText? UnitName, string? Details, string? CorrelationId, string Hash);

internal sealed class ListAuditHandler(IAccessDb db, Guardian guardian, ISender sender) : IQueryHandler<ListAudit, Result<Page<AuditView>>>
{
    public async Task<Result<Page<AuditView>>> Handle(ListAudit query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ReadAudit);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Position>(query.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(query.Limit);
        var rows = Filtered(db.AuditRows.Where(row => row.Number != null), query.Filter);
        if (after is not null) rows = rows.Where(row => row.Number < after.Number);
        var found = await rows.OrderByDescending(row => row.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(found, limit, row => new Position(row.Number!.Value));
        return new Page<AuditView>(await NameAsync(page.Items, cancellationToken), page.NextCursor);
    }

    private static IQueryable<AuditRow> Filtered(IQueryable<AuditRow> rows, AuditFilter filter)
    {
        if (filter.Action is { Length: > 0 } action)
            rows = action.EndsWith('.') ? rows.Where(row => row.Action.StartsWith(action)) : rows.Where(row => row.Action == action);
        if (filter.SubjectType is { Length: > 0 } type) rows = rows.Where(row => row.SubjectType == type);
        if (filter.SubjectId is { Length: > 0 } subject) rows = rows.Where(row => row.SubjectId == subject);
        if (filter.ActorId is { } actor) rows = rows.Where(row => row.ActorId == actor);
        if (filter.UnitId is { } unit) rows = rows.Where(row => row.UnitId == unit);
        if (filter.From is { } from && CityTime.At(from) is var start) rows = rows.Where(row => row.RecordedAt >= start);
        if (filter.To is { } to && CityTime.EndOf(to) is var end) rows = rows.Where(row => row.RecordedAt < end);
        return rows;
    }

    private async Task<IReadOnlyList<AuditView>> NameAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var people = rows.Where(IsAboutSomebody).Select(row => Guid.Parse(row.SubjectId)).Concat(rows.Select(row => row.ActorId))
            .Where(id => id != Guid.Empty).Distinct().ToList();
        var names = (await sender.Send(new GetActors(people), cancellationToken)).ToDictionary(actor => actor.Id, actor => actor.Name);
        var unitIds = rows.Select(row => row.UnitId).OfType<Guid>().Distinct().ToList();
        var units = await sender.UnitNamesAsync(unitIds, cancellationToken);
        return
        [
            .. rows.Select(row => new AuditView(
                row.Number!.Value, row.RecordedAt, row.ActorId, row.ActorKind, names.GetValueOrDefault(row.ActorId), row.Action, row.SubjectType,
                row.SubjectId, IsAboutSomebody(row) ? names.GetValueOrDefault(Guid.Parse(row.SubjectId)) : null, row.UnitId,
                row.UnitId is { } unitId ? units.GetValueOrDefault(unitId) : null, row.Details, row.CorrelationId, row.Hash!)),
        ];
    }

    private static bool IsAboutSomebody(AuditRow row) => row.SubjectType is "person" or "api_client" && Guid.TryParse(row.SubjectId, out _);

    private sealed record Position(long Number);
}
