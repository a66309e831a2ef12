using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application.People;

/// <summary>Who the caller is, and what they may do where.</summary>
internal sealed record GetMe : IQuery<Me>;

/// <summary>The caller.</summary>
/// <param name="Id">Of the person or API client.</param>
/// <param name="Kind">Person or API client.</param>
/// <param name="Name">For display.</param>
/// <param name="UnitId">The unit that the caller works for, if there is one.</param>
/// <param name="Permissions">What they may do; a null unit stands for everywhere.</param>
internal sealed record Me(Guid Id, CallerKind Kind, string Name, Guid? UnitId, IReadOnlyList<Grant> Permissions);

internal sealed class GetMeHandler(ICurrentUser user) : IQueryHandler<GetMe, Me>
{
    public Task<Me> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var caller = user.Caller;
        var grants = caller.Grants.OrderBy(grant => grant.Permission, StringComparer.Ordinal).ToList();
        return Task.FromResult(new Me(caller.Id, caller.Kind, caller.Name, caller.UnitId, grants));
    }
}
