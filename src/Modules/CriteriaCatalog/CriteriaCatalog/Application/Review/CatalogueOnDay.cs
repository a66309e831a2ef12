using LearningCity.CriteriaCatalog.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Review;

/// <summary>Everything in force on a date: versions, links into them, and who is asked for them.</summary>
internal sealed class CatalogueOnDay(ICriteriaCatalogDb db, PublishedVersions published, ISender sender)
{
    /// <summary>The versions in force, by set.</summary>
    internal async Task<IReadOnlyList<CriteriaSetVersion>> VersionsAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var codes = await db.Sets.AsNoTracking().OrderBy(set => set.Code).Select(set => set.Code).ToListAsync(cancellationToken);
        var versions = new List<CriteriaSetVersion>();
        foreach (var code in codes)
        {
            if (await published.FindAsync(db, code, on, cancellationToken) is { } version) versions.Add(version);
        }

        return versions;
    }

    /// <summary>The links into a version.</summary>
    internal Task<IReadOnlyList<CrosswalkLink>> LinksAsync(CriteriaSetVersion version, DateOnly on, CancellationToken cancellationToken) =>
        sender.Send(new ListCrosswalksInForce(version.VersionId, on), cancellationToken);

    /// <summary>Who is asked for what.</summary>
    internal Task<IReadOnlyList<SetAssignment>> AssignmentsAsync(DateOnly on, CancellationToken cancellationToken) =>
        sender.Send(new ListSetAssignments(on), cancellationToken);
}
