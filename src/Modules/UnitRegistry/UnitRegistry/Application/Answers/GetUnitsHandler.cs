using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetUnitsHandler(IUnitRegistryDb db) : IQueryHandler<GetUnits, IReadOnlyList<UnitSummary>>
{
    public async Task<IReadOnlyList<UnitSummary>> Handle(GetUnits request, CancellationToken cancellationToken)
    {
        var answers = new List<UnitSummary>(request.UnitIds.Count);
        foreach (var portion in request.UnitIds.Distinct().Chunk(Registrar.Portion))
        {
            var states = await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).ToListAsync(cancellationToken);
            answers.AddRange(states.GroupBy(state => state.UnitId).Select(group => UnitAnswers.Nearest(group, request.AsOf).ToSummary()));
        }

        return answers;
    }
}
