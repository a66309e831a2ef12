namespace LearningCity.Submissions.Domain;

/// <summary>That somebody has a report open. Nothing but who and when, and it is forgotten soon after they close it.</summary>
internal sealed class Presence
{
    /// <summary>How long somebody counts as present after they were last heard of: three times the page's pause.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromSeconds(90);

    /// <summary>Heard of again within this time, nothing is written: on the last day thousands of pages are open.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(45);

    public required Guid SubmissionId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
