using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Says that the caller has a report open, and asks who else has.</summary>
/// <param name="SubmissionId">The report.</param>
internal sealed record SayPresent(Guid SubmissionId) : ICommand<IReadOnlyList<string>>;

internal sealed class SayPresentHandler(ISubmissionsDb db, SubmissionAccess access, Names names, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<SayPresent, IReadOnlyList<string>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(SayPresent request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var now = clock.GetUtcNow();
        var rows = await db.Presences.AsNoTracking().Where(p => p.SubmissionId == submission.Id).ToListAsync(cancellationToken);
        var isFresh = rows.Exists(row => row.PersonId == user.Id && row.SeenAt >= now - Presence.Fresh);
        if (user.Caller.Kind == CallerKind.Person && !isFresh) await WriteAsync(submission.Id, rows, now, cancellationToken);
        var others = rows.Where(row => row.PersonId != user.Id && row.SeenAt >= now - Presence.Lasts).Select(row => row.PersonId);
        var actors = await names.ActorsAsync(others, cancellationToken);
        return actors.Values.Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Writes the caller down, and forgets who is gone.</summary>
    private async Task WriteAsync(Guid submissionId, List<Presence> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = rows.Where(row => row.PersonId == user.Id || row.SeenAt < now - Presence.Lasts).Select(row => row.PersonId).ToArray();
        db.NotAudited("that somebody has a page open is forgotten within minutes");
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.Presences.Where(p => p.SubmissionId == submissionId && gone.Contains(p.PersonId)).ExecuteDeleteAsync(cancellationToken);
                    db.Presences.Add(new Presence { SubmissionId = submissionId, PersonId = user.Id, SeenAt = now });
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The same person's other window said so in the same moment.
            db.Forget();
        }
    }
}
