using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Committee coverage below a unit on a day, for callers at the door.</summary>
internal sealed record ReadCoverage(DateOnly AsOf, Guid? RootId) : IQuery<Result<CoverageAnswer>>;

/// <summary>Coverage with its day and area: a share without them says nothing.</summary>
internal sealed record CoverageAnswer(DateOnly AsOf, Guid? RootId, IReadOnlyList<CommitteeCoverage> Groups);

internal sealed class ReadCoverageHandler(IUnitRegistryDb db, ISender sender, Guardian guardian) : IQueryHandler<ReadCoverage, Result<CoverageAnswer>>
{
    public async Task<Result<CoverageAnswer>> Handle(ReadCoverage request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (request.RootId is { } rootId && !await db.Units.AnyAsync(unit => unit.Id == rootId, cancellationToken))
            return UnitRegistryFailures.RootNotFound.On("rootId");
        return new CoverageAnswer(
            request.AsOf, request.RootId, await sender.Send(new GetCommitteeCoverage(request.AsOf, request.RootId), cancellationToken));
    }
}
