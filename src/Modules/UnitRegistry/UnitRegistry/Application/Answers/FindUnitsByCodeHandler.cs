using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class FindUnitsByCodeHandler(IUnitRegistryDb db) : IQueryHandler<FindUnitsByCode, IReadOnlyList<UnitSummary>>
{
    public async Task<IReadOnlyList<UnitSummary>> Handle(FindUnitsByCode request, CancellationToken cancellationToken)
    {
        var answers = new List<UnitSummary>(request.Codes.Count);
        foreach (var portion in request.Codes.Where(code => code.Length > 0).Distinct().Chunk(Registrar.Portion))
        {
            var states = await db.States.AsNoTracking().Where(state => portion.Contains(state.Code)).On(request.AsOf)
                .ToListAsync(cancellationToken);
            answers.AddRange(states.Select(UnitAnswers.ToSummary));
        }

        return answers;
    }
}
