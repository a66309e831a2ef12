using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Domain.Difficulties;

namespace LearningCity.Submissions.Api;

/// <summary>Raises a difficulty or a proposal.</summary>
/// <param name="UnitId">Who raises it; left out, the unit of the submission.</param>
/// <param name="SubmissionId">The submission with which it is raised.</param>
/// <param name="Kind"><c>difficulty</c> or <c>proposal</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="SetCode">The criteria set of its subject; left out, that of the submission.</param>
/// <param name="SubjectCode">Code of the content area or indicator that it is about.</param>
/// <param name="AddresseeUnitId">For whom it is; left out, the unit that it reports to.</param>
internal sealed record DifficultyRequest(
    Guid? UnitId, Guid? SubmissionId, DifficultyKind? Kind, string? Text, string? SetCode, string? SubjectCode, Guid? AddresseeUnitId);

/// <summary>Takes the next step; <c>If-Match</c> carries the version that was seen.</summary>
/// <param name="Act"><c>answer</c>, <c>forward</c>, <c>put_to_meeting</c>, <c>settle</c> or <c>reopen</c>.</param>
/// <param name="Text">In words.</param>
/// <param name="ToUnitId">Forward: to which unit above; left out, the next one.</param>
/// <param name="MeetingId">Put to a meeting: to which.</param>
internal sealed record DifficultyStepRequest(DifficultyAct? Act, string? Text, Guid? ToUnitId, Guid? MeetingId);

/// <summary>Opens a theme.</summary>
/// <param name="UnitId">The tier that keeps it.</param>
/// <param name="Name">What it is about.</param>
internal sealed record ThemeRequest(Guid UnitId, string? Name);

/// <summary>Groups difficulties and proposals into a theme.</summary>
/// <param name="DifficultyIds">Which.</param>
internal sealed record ThemeMembersRequest(IReadOnlyList<Guid>? DifficultyIds);

/// <summary>Does something with all of a theme; <c>If-Match</c> carries the version that was seen.</summary>
/// <param name="Act"><c>answer</c>, <c>put_to_meeting</c> or <c>settle</c>.</param>
/// <param name="Text">In words, to all who raised it.</param>
/// <param name="MeetingId">Put to a meeting: to which.</param>
internal sealed record ThemeStepRequest(DifficultyAct? Act, string? Text, Guid? MeetingId);

/// <summary>What was done with a theme.</summary>
/// <param name="Done">For how many difficulties and proposals.</param>
internal sealed record ThemeStepResource(int Done);

/// <summary>A difficulty or proposal with its whole life; the <c>ETag</c> is its version.</summary>
/// <param name="Item">The record.</param>
/// <param name="Theme">Name of its theme.</param>
/// <param name="Steps">Its life, from the beginning.</param>
/// <param name="Tasks">The tasks that it led to.</param>
/// <param name="Acts">What the caller may do next.</param>
internal sealed record DifficultyResource(
    DifficultyItem Item, string? Theme, IReadOnlyList<DifficultyStepItem> Steps, IReadOnlyList<TaskNow> Tasks, IReadOnlyList<DifficultyAct> Acts);
