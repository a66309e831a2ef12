using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;

namespace LearningCity.Submissions.Application.Review;

/// <summary>The people of a reviewing body, and whether the caller is one of them.</summary>
internal sealed class ReviewBody(ICurrentUser user, ISender sender)
{
    /// <summary>The body meant: the one named, or the caller's own where they review for one alone.</summary>
    internal Guid? Choose(Guid? asked)
    {
        if (asked is not null) return asked;
        var bodies = user.ScopeOf(SubmissionsPermissions.ReviewCode).UnitIds;
        return user.Caller.UnitId is { } own && bodies.Contains(own) ? own : bodies.Count > 0 ? bodies[0] : user.Caller.UnitId;
    }

    /// <summary>Refuses unless the caller reviews for the body itself.</summary>
    internal Result Require(Guid bodyId)
    {
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        return scope.Everywhere || scope.UnitIds.Contains(bodyId) ? Result.Ok : PlatformFailures.NotAllowed;
    }

    /// <summary>Everybody who reviews for the body.</summary>
    internal async Task<IReadOnlyList<PersonOfUnit>> OfficersAsync(Guid bodyId, CancellationToken cancellationToken)
    {
        var people = await sender.Send(new GetPeopleOfUnits([bodyId], SubmissionsPermissions.ReviewCode), cancellationToken);
        return [.. people.DistinctBy(person => person.PersonId)];
    }

    /// <summary>Refuses whoever does not review for the body.</summary>
    internal async Task<Result> RequireOfficerAsync(Guid bodyId, Guid personId, string field, CancellationToken cancellationToken) =>
        (await OfficersAsync(bodyId, cancellationToken)).Any(person => person.PersonId == personId)
            ? Result.Ok
            : ShareFailures.NotAReviewer.On(field);
}
