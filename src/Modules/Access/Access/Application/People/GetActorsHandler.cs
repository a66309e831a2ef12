using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

internal sealed class GetActorsHandler(IAccessDb db) : IQueryHandler<GetActors, IReadOnlyList<Actor>>
{
    /// <summary>Shown in place of a name that was erased.</summary>
    internal const string Erased = "(đã xóa)";

    /// <summary>Databases bound how many parameters one query takes.</summary>
    private const int BatchSize = 1000;

    public async Task<IReadOnlyList<Actor>> Handle(GetActors request, CancellationToken cancellationToken)
    {
        var actors = new List<Actor>();
        foreach (var ids in request.ActorIds.Distinct().Chunk(BatchSize))
        {
            var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
                .Select(person => new { person.Id, person.Name, IsErased = person.ErasedAt != null }).ToListAsync(cancellationToken);
            actors.AddRange(people.Select(person => new Actor(person.Id, person.IsErased ? Erased : person.Name)));
            if (people.Count == ids.Length) continue;
            actors.AddRange(await db.ApiClients.AsNoTracking().Where(client => ids.Contains(client.Id))
                .Select(client => new Actor(client.Id, client.Name)).ToListAsync(cancellationToken));
        }

        return actors;
    }
}
