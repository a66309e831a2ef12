using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>
/// The reports that wait for a body of the caller, its head, and were entered by that body's own people in a unit's place: nobody there
/// may review them but with the head's leave.
/// </summary>
internal sealed record ListOwnEntries : IQuery<IReadOnlyList<OwnEntry>>;

/// <summary>A report that needs leave to be reviewed by who entered it.</summary>
/// <param name="SubmissionId">The report.</param>
/// <param name="UnitName">Its unit.</param>
/// <param name="PeriodCode">Its period.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="Authors">Who had a hand in it, by key; the caller is not among them.</param>
/// <param name="LeaveFor">Who has leave already; null for nobody.</param>
internal sealed record OwnEntry(
    Guid SubmissionId, LocalText UnitName, string PeriodCode, DateTimeOffset SubmittedAt, IReadOnlyDictionary<Guid, string> Authors, string? LeaveFor);

internal sealed class ListOwnEntriesHandler(ISubmissionsDb db, ICurrentUser user, PeriodGate gate, Names names)
    : IQueryHandler<ListOwnEntries, IReadOnlyList<OwnEntry>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OwnEntry>> Handle(ListOwnEntries request, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReleaseCode);
        var bodies = scope.UnitIds.ToArray();
        var waiting = await db.Submissions.AsNoTracking()
            .Where(s => s.State == SubmissionState.Submitted && s.OnBehalfByUnitId == s.ReviewerUnitId && (scope.Everywhere || bodies.Contains(s.ReviewerUnitId)))
            .OrderBy(s => s.Sequence).Take(Most).ToListAsync(cancellationToken);
        if (waiting.Count == 0) return [];
        var authors = await Approving.AuthorsAsync(db, waiting, cancellationToken);
        var people = await names.ActorsAsync(
            authors.SelectMany(ids => ids).Concat(waiting.Select(s => s.SelfReviewFor).OfType<Guid>()).Distinct(), cancellationToken);
        var entries = new List<OwnEntry>(waiting.Count);
        foreach (var period in waiting.GroupBy(s => s.PeriodId))
        {
            var known = await gate.PeriodAsync(period.Key, cancellationToken);
            var units = await names.UnitsAsync([.. period.Select(s => s.UnitId)], known.WindowTo, cancellationToken);
            entries.AddRange(period.Select(s => new OwnEntry(
                s.Id, units[s.UnitId].Name, known.Code, s.SubmittedAt!.Value,
                authors[s.Id].Distinct().Where(id => id != user.Id).ToDictionary(id => id, id => people.GetValueOrDefault(id, "-")),
                s.SelfReviewFor is { } officer ? people.GetValueOrDefault(officer, "-") : null)));
        }

        return entries;
    }
}
