using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>
/// Who acts in the demonstration: the reporter and the reviewer of each unit, with the rights of their roles. A unit without people has
/// made-up ones, whose ids follow from its own.
/// </summary>
internal sealed class Cast(IReadOnlyDictionary<Guid, Guid> reporters, ILookup<Guid, Guid> reviewers)
{
    private static readonly string[] Reporting =
        [SubmissionsPermissions.ReadCode, SubmissionsPermissions.ReportCode, SubmissionsPermissions.ImportCode];

    private static readonly string[] Reviewing = [SubmissionsPermissions.ReadCode, SubmissionsPermissions.ReviewCode];

    /// <summary>Who enters and hands in for a unit, and for the units below it.</summary>
    internal Caller Reporter(Guid unitId) => Person(unitId, reporters.GetValueOrDefault(unitId, MadeUp(unitId, 1)), Reporting);

    /// <summary>Who reviews for a body: somebody other than who entered.</summary>
    internal Caller Reviewer(Guid bodyId)
    {
        var reporter = Reporter(bodyId).Id;
        return Person(bodyId, reviewers[bodyId].Where(person => person != reporter).DefaultIfEmpty(MadeUp(bodyId, 2)).First(), Reviewing);
    }

    private static Caller Person(Guid unitId, Guid personId, string[] permissions) => new(
        personId, CallerKind.Person, "", unitId, [.. permissions.Select(permission => new Grant(permission, unitId))]);

    private static Guid MadeUp(Guid unitId, byte part)
    {
        var bytes = unitId.ToByteArray(bigEndian: true);
        bytes[15] ^= part;
        return new Guid(bytes, bigEndian: true);
    }
}
