using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>One person.</summary>
internal sealed record GetPerson(Guid PersonId) : IQuery<Result<PersonView>>;

internal sealed class GetPersonHandler(IAccessDb db, Guardian guardian, TimeProvider clock) : IQueryHandler<GetPerson, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(GetPerson query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var person = await db.People.AsNoTracking().Where(p => p.Id == query.PersonId).AsViews(CityTime.Today(clock))
            .FirstOrDefaultAsync(cancellationToken);
        return person is null ? PlatformFailures.NotFound : person;
    }
}
