using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetLineageHandler(LineageReader reader) : IQueryHandler<GetLineage, IReadOnlyList<LineageLink>>
{
    public async Task<IReadOnlyList<LineageLink>> Handle(GetLineage request, CancellationToken cancellationToken)
    {
        var lineage = await reader.ReadAsync(cancellationToken);
        return [.. lineage.Between(request.From, request.To)];
    }
}
