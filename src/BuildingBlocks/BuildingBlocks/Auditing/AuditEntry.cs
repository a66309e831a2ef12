namespace LearningCity.BuildingBlocks.Auditing;

/// <summary>What a handler says of the change it makes; the context adds who, when and the rest.</summary>
/// <param name="Action"><c>module.action</c>.</param>
/// <param name="SubjectType">What kind of thing: <c>submission</c>.</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="UnitId">The unit it concerns, if there is one.</param>
/// <param name="Details">An object that is stored as JSON; no personal data.</param>
public sealed record AuditEntry(string Action, string SubjectType, string SubjectId, Guid? UnitId = null, object? Details = null);
