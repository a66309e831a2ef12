using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>Answers what documents ask about difficulties and proposals.</summary>
internal sealed class ListRaisedMattersHandler(ISubmissionsDb db)
    : IQueryHandler<ListMattersRaised, IReadOnlyList<RaisedMatter>>, IQueryHandler<ListMattersHeld, HeldMatters>
{
    private const int Most = 500;
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<RaisedMatter>> Handle(ListMattersRaised request, CancellationToken cancellationToken)
    {
        var found = new List<Difficulty>();
        foreach (var ids in request.UnitIds.Distinct().Chunk(AtOnce))
        {
            found.AddRange(await InOrder(db.Difficulties.AsNoTracking().Where(d => d.PeriodId == request.PeriodId && ids.Contains(d.UnitId)))
                .Take(Most).ToListAsync(cancellationToken));
        }

        return [.. found.OrderBy(d => d.RaisedAt).ThenBy(d => d.Code, StringComparer.Ordinal).Take(Most).Select(Of)];
    }

    public async Task<HeldMatters> Handle(ListMattersHeld request, CancellationToken cancellationToken)
    {
        var held = db.Difficulties.AsNoTracking().Where(d => request.UnitIds.Contains(d.HolderUnitId)
            && d.State != DifficultyState.Answered && d.State != DifficultyState.Settled);
        return new(
            await held.CountAsync(cancellationToken),
            [.. (await InOrder(held).Take(Math.Min(request.Most, Most)).ToListAsync(cancellationToken)).Select(Of)]);
    }

    private static IOrderedQueryable<Difficulty> InOrder(IQueryable<Difficulty> difficulties) =>
        difficulties.OrderBy(d => d.RaisedAt).ThenBy(d => d.UnitCode).ThenBy(d => d.Number);

    private static RaisedMatter Of(Difficulty difficulty) => new(
        difficulty.Id, difficulty.Code, difficulty.Kind == DifficultyKind.Difficulty ? MatterKind.Difficulty : MatterKind.Proposal, difficulty.Text,
        difficulty.UnitId, difficulty.SubjectCode, difficulty.IndicatorId is not null, difficulty.HolderUnitId, difficulty.RaisedOn);
}
