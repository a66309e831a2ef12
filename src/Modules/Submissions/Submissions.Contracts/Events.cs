using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>Where a submission stands (product, submission states).</summary>
public enum SubmissionState
{
    /// <summary>Nothing entered yet.</summary>
    NotStarted,

    /// <summary>Being filled in.</summary>
    Draft,

    /// <summary>Prepared by the clerk, waiting for the head's release.</summary>
    AwaitingHead,

    /// <summary>Handed in, waiting for review.</summary>
    Submitted,

    /// <summary>Cells were returned with reasons.</summary>
    Returned,

    /// <summary>Approved: its figures count.</summary>
    Approved,

    /// <summary>Approved, and its period is closed.</summary>
    Locked,
}

/// <summary>A unit handed in.</summary>
[EventName("submissions.submitted.v1")]
public sealed record SubmissionSubmitted(
    Guid EventId, Guid SubmissionId, Guid UnitId, Guid PeriodId, Guid VersionId, int SheetVersion) : IIntegrationEvent;

/// <summary>Cells were returned to the unit.</summary>
[EventName("submissions.returned.v1")]
public sealed record SubmissionReturned(
    Guid EventId, Guid SubmissionId, Guid UnitId, Guid PeriodId, Guid VersionId, int SheetVersion) : IIntegrationEvent;

/// <summary>The reviewing body approved: the sheet of this version counts from now on.</summary>
[EventName("submissions.approved.v1")]
public sealed record SubmissionApproved(
    Guid EventId, Guid SubmissionId, Guid UnitId, Guid PeriodId, Guid VersionId, int SheetVersion) : IIntegrationEvent;
