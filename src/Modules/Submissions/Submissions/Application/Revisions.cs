using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>Makes revisions.</summary>
internal static class Revisions
{
    /// <summary>The next revision of a submission: who did what, when, why, from where, and the cells before and after.</summary>
    internal static Revision Of(
        Submission submission, RevisionKind kind, Guid by, DateTimeOffset at, EntrySource source, string? reason,
        IReadOnlyCollection<CellChange>? changes = null, CellBases? bases = null) =>
        new()
        {
            SubmissionId = submission.Id,
            Number = submission.NextRevision(),
            Kind = kind,
            At = at,
            ById = by,
            Source = source,
            Reason = reason,
            Before = changes is null ? null : SheetCodec.Write(changes.Select(change => change.Before), tracks: true),
            After = changes is null ? null : SheetCodec.Write(changes.Select(change => change.After), tracks: true),
            Bases = changes is null || bases is null ? null : CellBases.Write(
                changes.Select(change => bases.Of(change.After.Place, change.After.Disaggregation, change.After.Track.Version)).OfType<CellBasis>()),
        };
}
