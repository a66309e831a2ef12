using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Edits a draft: every step or none.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
/// <param name="SeenVersion">The state of the draft that the caller read.</param>
/// <param name="Edits">In order.</param>
/// <param name="DryRun">Only report what would come out.</param>
internal sealed record EditDraft(string SetCode, int Number, int SeenVersion, IReadOnlyList<DraftEdit> Edits, bool DryRun = false)
    : ICommand<EditedDraft>;

/// <summary>A draft after editing.</summary>
/// <param name="Version">Its state, to be sent with the next edit.</param>
/// <param name="Content">What it says.</param>
/// <param name="Problems">What must be put right before it can be published, each with its JSON path.</param>
internal sealed record EditedDraft(int Version, SetContent Content, IReadOnlyList<Failure> Problems);

internal sealed class EditDraftHandler(ICriteriaCatalogDb db, Guardian guardian, Publication publication) : ICommandHandler<EditDraft, EditedDraft>
{
    public async Task<Result<EditedDraft>> Handle(EditDraft request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var draft = await db.Versions.SingleOrDefaultAsync(
            v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (draft is null) return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        if (draft.State != VersionState.Draft) return CatalogFailures.VersionIsSettled.With(request.SetCode, request.Number);
        if (draft.Version != request.SeenVersion) return PlatformFailures.Stale;

        var published = await db.Indicators.AsNoTracking()
            .Where(indicator => indicator.SetId == draft.SetId).Select(indicator => indicator.Code).ToListAsync(cancellationToken);
        var edited = new DraftEditor(published.ToHashSet(StringComparer.Ordinal)).Apply(draft.Content, request.Edits);
        if (!edited.Succeeded) return edited.WithoutValue();
        if (!request.DryRun)
        {
            var saved = await SaveAsync(draft, edited.Value, request.Edits, cancellationToken);
            if (!saved.Succeeded) return saved;
        }

        var earlier = await publication.EarlierAsync(request.SetCode, cancellationToken);
        return new EditedDraft(draft.Version, edited.Value, await publication.ProblemsAsync(edited.Value, earlier, cancellationToken));
    }

    private async Task<Result> SaveAsync(
        SetVersion draft, SetContent content, IReadOnlyList<DraftEdit> edits, CancellationToken cancellationToken)
    {
        var before = draft.ContentHash;
        var revised = draft.Revise(content);
        if (!revised.Succeeded || draft.ContentHash == before) return revised;
        db.Audit(new AuditEntry("criteria_catalog.edited", "criteria_set_version", draft.Id.ToString(), Details: new
        {
            set = draft.SetCode,
            version = draft.Number,
            before,
            after = draft.ContentHash,
            edits = edits.Select(Describe).ToList(),
        }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }

    private static object Describe(DraftEdit edit) => edit switch
    {
        DraftEdit.Add add => new { edit = "add", kind = SnakeCase.Of(add.Kind), code = DraftDocument.CodeOf(add.Value), add.ParentCode },
        DraftEdit.Change change => new { edit = "change", kind = SnakeCase.Of(change.Kind), change.Code },
        DraftEdit.Move move => new { edit = "move", kind = SnakeCase.Of(move.Kind), move.Code, move.ParentCode, move.Position },
        DraftEdit.Remove remove => new { edit = "remove", kind = SnakeCase.Of(remove.Kind), remove.Code },
        DraftEdit.Renumber renumber => new { edit = "renumber", kind = SnakeCase.Of(renumber.Kind), renumber.Code, renumber.NewCode },
        DraftEdit.ChangeSet change => new { edit = "change_set", fields = change.Fields.Select(field => field.Key).ToList() },
        _ => throw new ArgumentException("An edit of no known kind.", nameof(edit)),
    };
}
