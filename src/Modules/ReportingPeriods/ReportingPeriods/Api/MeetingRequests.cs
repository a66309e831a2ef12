using LearningCity.ReportingPeriods.Application.Plans;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>Puts a meeting on record, or changes it (then <c>If-Match</c> carries the version that was seen).</summary>
/// <param name="UnitId">The unit whose committee meets; not changed afterwards.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins, by the city's clock.</param>
/// <param name="Place">Where.</param>
/// <param name="State">Left out: <c>planned</c>.</param>
/// <param name="Agenda">What it talks about.</param>
/// <param name="BriefingId">The briefing that is used.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="DocumentNumber">Number of the notice of conclusions.</param>
/// <param name="DocumentDate">Its date.</param>
internal sealed record MeetingRequest(
    Guid UnitId, string? Title, DateOnly HeldOn, TimeOnly? StartsAt, string? Place, MeetingState? State, IReadOnlyList<AgendaItem>? Agenda,
    Guid? BriefingId, string? Minutes, string? DocumentNumber, DateOnly? DocumentDate)
{
    internal MeetingContent Content => new(
        Title ?? "", HeldOn, StartsAt, Place ?? "", State ?? MeetingState.Planned, Agenda ?? [], BriefingId, Minutes ?? "", DocumentNumber,
        DocumentDate);
}

/// <summary>Gives a task, or changes it (then <c>If-Match</c> carries the version that was seen, and what it is tied to stays).</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerUnitId">Who does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DocumentNumber">Number of the document that orders it.</param>
/// <param name="DocumentDate">Its date.</param>
/// <param name="SetCode">The criteria set of the indicators.</param>
/// <param name="IndicatorCodes">Indicators that it is tied to.</param>
/// <param name="MatterIds">Difficulties and proposals that it is tied to.</param>
internal sealed record TaskRequest(
    string? Text, Guid OwnerUnitId, DateOnly DueOn, string? DocumentNumber, DateOnly? DocumentDate, string? SetCode,
    IReadOnlyList<string>? IndicatorCodes, IReadOnlyList<Guid>? MatterIds)
{
    internal TaskContent Content => new(Text ?? "", OwnerUnitId, DueOn, DocumentNumber, DocumentDate);
}

/// <summary>Says how far a task is; <c>If-Match</c> carries the version that was seen.</summary>
/// <param name="State"><c>in_progress</c> or <c>done</c>.</param>
/// <param name="Text">In words.</param>
internal sealed record TaskReportRequest(TaskState? State, string? Text);

/// <summary>Says something about a task.</summary>
/// <param name="Text">What.</param>
internal sealed record TaskCommentRequest(string? Text);

/// <summary>Puts a unit's plan on record, or changes it (then <c>If-Match</c> carries the version that was seen).</summary>
/// <param name="UnitId">Whose plan it is; not changed afterwards.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Title">What it is called.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="SetCode">The criteria set of its targets.</param>
/// <param name="Targets">Its own targets.</param>
internal sealed record UnitPlanRequest(
    Guid UnitId, string? Number, DateOnly IssuedOn, string? Title, int FromYear, int ToYear, string? Link, string? SetCode,
    IReadOnlyList<TargetInput>? Targets)
{
    internal PlanInput Input => new(Number, IssuedOn, Title, FromYear, ToYear, Link, SetCode, Targets ?? []);
}
