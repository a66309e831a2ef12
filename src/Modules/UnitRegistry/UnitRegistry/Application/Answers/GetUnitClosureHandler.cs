using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetUnitClosureHandler(IUnitRegistryDb db) : IQueryHandler<GetUnitClosure, IReadOnlyList<UnitClosure>>
{
    public async Task<IReadOnlyList<UnitClosure>> Handle(GetUnitClosure request, CancellationToken cancellationToken)
    {
        if (request.UnitIds is null) return await ReadAsync(db.Closures, cancellationToken);
        var answers = new List<UnitClosure>();
        foreach (var portion in request.UnitIds.Distinct().Chunk(Registrar.Portion))
            answers.AddRange(await ReadAsync(db.Closures.Where(row => portion.Contains(row.UnitId)), cancellationToken));
        return answers;
    }

    private static Task<List<UnitClosure>> ReadAsync(IQueryable<ClosureRow> rows, CancellationToken cancellationToken) => rows.AsNoTracking()
        .Select(row => new UnitClosure(row.UnitId, row.AncestorId, row.Relation, row.Depth, row.ValidFrom, row.ValidTo))
        .ToListAsync(cancellationToken);
}
