using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>The history of a submission, newest first.</summary>
internal sealed record ListRevisions(Guid SubmissionId, string? Cursor, int? Limit) : IQuery<Result<Page<RevisionView>>>;

/// <summary>A step of the history.</summary>
internal sealed record RevisionView(
    int Number, RevisionKind Kind, DateTimeOffset At, Guid ById, string? By, EntrySource Source, string? Reason,
    IReadOnlyList<RevisionCell> Cells);

/// <summary>A cell before and after.</summary>
internal sealed record RevisionCell(Indicator Indicator, PackedCell Before, PackedCell After);

internal sealed class ListRevisionsHandler(ISubmissionsDb db, Forms forms, SubmissionAccess access, Names names)
    : IQueryHandler<ListRevisions, Result<Page<RevisionView>>>
{
    private sealed record Key(int Number);

    public async Task<Result<Page<RevisionView>>> Handle(ListRevisions request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReadAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var list = db.Revisions.AsNoTracking().Where(r => r.SubmissionId == submission.Id);
        if (after is not null) list = list.Where(r => r.Number < after.Number);
        var limit = Cursor.Limit(request.Limit);
        var rows = await list.OrderByDescending(r => r.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var actors = await names.ActorsAsync(rows.Select(r => r.ById), cancellationToken);
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        return Cursor.Page([.. rows.Select(row => View(row, form, actors))], limit, view => new Key(view.Number));
    }

    private static RevisionView View(Revision row, Form form, IReadOnlyDictionary<Guid, string> actors) => new(
        row.Number, row.Kind, row.At, row.ById, actors.GetValueOrDefault(row.ById), row.Source, row.Reason, Cells(row, form));

    private static List<RevisionCell> Cells(Revision row, Form form)
    {
        if (row.Before is null || row.After is null) return [];
        return [.. SheetCodec.Read(row.Before).Zip(
            SheetCodec.Read(row.After), (before, after) => new RevisionCell(form.At(after.Place), before, after))];
    }
}
