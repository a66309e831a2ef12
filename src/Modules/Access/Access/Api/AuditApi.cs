using LearningCity.Access.Application.AuditLog;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Api;

/// <summary>The audit log.</summary>
internal static class AuditApi
{
    internal static async Task<IResult> List(
        [AsParameters] AuditQuery query, ISender sender, CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(query.Action, query.SubjectType, query.SubjectId, query.ActorId, query.UnitId, query.From, query.To);
        return (await sender.Send(new ListAudit(filter, query.Cursor, query.Limit), cancellationToken)).ToHttp();
    }

    /// <summary>What the list can be narrowed by.</summary>
    internal sealed record AuditQuery(
        string? Action, string? SubjectType, string? SubjectId, Guid? ActorId, Guid? UnitId, DateOnly? From, DateOnly? To, string? Cursor, int? Limit);
}
