using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Starts the next version of a set, as a copy of a published one.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="CopyOf">The version to copy; null for the one that was published last.</param>
/// <param name="ValidFrom">First day in force; null for the first day of a year that is free.</param>
internal sealed record StartDraft(string SetCode, int? CopyOf = null, DateOnly? ValidFrom = null) : ICommand<DraftKey>;

internal sealed class StartDraftHandler(ICriteriaCatalogDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<StartDraft, DraftKey>
{
    public async Task<Result<DraftKey>> Handle(StartDraft request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var set = await db.Sets.SingleOrDefaultAsync(s => s.Code == request.SetCode, cancellationToken);
        if (set is null) return CatalogFailures.SetNotFound.With(request.SetCode);
        var versions = await db.Versions.AsNoTracking().Where(version => version.SetCode == set.Code)
            .Select(version => new { version.Number, version.State, version.ValidFrom }).ToListAsync(cancellationToken);
        if (versions.Find(version => version.State == VersionState.Draft) is { } draft)
            return EditFailures.DraftExists.With(set.Code, draft.Number);
        var number = request.CopyOf ?? set.NewestPublished ?? 0;
        var source = await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.SetCode == set.Code && v.Number == number, cancellationToken);
        if (source is null) return CatalogFailures.VersionNotFound.On("copyOf", set.Code, number);

        var content = source.Content with
        {
            Number = versions.Max(version => version.Number) + 1,
            ValidFrom = request.ValidFrom ?? Proposal.FirstDay(versions.Max(version => version.ValidFrom), clock),
            ValidTo = null,
        };
        var copy = SetVersion.Draft(set, content, clock.GetUtcNow());
        db.Versions.Add(copy);
        db.Audit(Publication.Entry("criteria_catalog.drafted", copy));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new DraftKey(copy.SetCode, copy.Number, copy.Version);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return CatalogFailures.SomebodyWasFirst;
        }
    }
}
