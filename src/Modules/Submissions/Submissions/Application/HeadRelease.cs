using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Which types of units hand in with the release of their head only.</summary>
internal sealed class HeadRelease(ISubmissionsDb db)
{
    /// <summary>The types, in snake case; there are a dozen at most.</summary>
    internal Task<HashSet<string>> TypesAsync(CancellationToken cancellationToken) =>
        db.ReleaseRules.AsNoTracking().Where(rule => rule.NeedsHead).Select(rule => rule.UnitType).ToHashSetAsync(cancellationToken);
}
