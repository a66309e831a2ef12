using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Saves a step that others may take at the same moment.</summary>
internal static class Saving
{
    /// <summary>Saves, or tells that somebody else was first: with this very thing, or with the head that all approvals share.</summary>
    internal static async Task<Result> SaveUnlessStaleAsync(this IModuleDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return PlatformFailures.Stale;
        }
    }
}
