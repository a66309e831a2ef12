using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Text;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>Which people.</summary>
/// <param name="Search">Part of name or e-mail, whatever its accents.</param>
/// <param name="Role">Only holders of this role.</param>
/// <param name="UnitId">Only people of this unit.</param>
/// <param name="IsActive">Only those who may sign in, or only those who may not.</param>
internal sealed record PeopleFilter(string? Search = null, string? Role = null, Guid? UnitId = null, bool? IsActive = null);

/// <summary>People by given name, by cursor.</summary>
internal sealed record ListPeople(PeopleFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<PersonView>>>;

/// <summary>People by given name, one numbered page.</summary>
internal sealed record ListPeopleOnPage(PeopleFilter Filter, int PageNumber) : IQuery<Result<NumberedPeople>>;

/// <summary>One numbered page.</summary>
internal sealed record NumberedPeople(IReadOnlyList<PersonView> People, int PageNumber, int PageCount, int Total);

internal sealed class ListPeopleHandler(IAccessDb db, Guardian guardian, TimeProvider clock)
    : IQueryHandler<ListPeople, Result<Page<PersonView>>>, IQueryHandler<ListPeopleOnPage, Result<NumberedPeople>>
{
    private const int PageSize = 50;

    public async Task<Result<Page<PersonView>>> Handle(ListPeople query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Position>(query.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(query.Limit);
        var people = Filtered(query.Filter);
        if (after is not null)
        {
            people = people.Where(person => person.NameKey.CompareTo(after.NameKey) > 0
                || (person.NameKey == after.NameKey && person.Email.CompareTo(after.Email) > 0));
        }

        var rows = await InOrder(people).Take(limit + 1).Select(person => new { person.Id, person.NameKey, person.Email }).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, row => new Position(row.NameKey, row.Email));
        return new Page<PersonView>(await ViewsAsync([.. page.Items.Select(row => row.Id)], cancellationToken), page.NextCursor);
    }

    public async Task<Result<NumberedPeople>> Handle(ListPeopleOnPage query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var people = Filtered(query.Filter);
        var total = await people.CountAsync(cancellationToken);
        var pageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        var number = Math.Clamp(query.PageNumber, 1, pageCount);
        var ids = await InOrder(people).Skip((number - 1) * PageSize).Take(PageSize).Select(person => person.Id).ToListAsync(cancellationToken);
        return new NumberedPeople(await ViewsAsync(ids, cancellationToken), number, pageCount, total);
    }

    private IQueryable<Person> Filtered(PeopleFilter filter)
    {
        var today = CityTime.Today(clock);
        var people = db.People.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = SearchText.Pattern(filter.Search);
            people = people.Where(person => EF.Functions.Like(person.SearchText, pattern, "\\"));
        }

        if (filter.UnitId is { } unitId) people = people.Where(person => person.HomeUnitId == unitId);
        if (filter.IsActive is { } isActive) people = people.Where(person => person.IsActive == isActive);
        if (!string.IsNullOrEmpty(filter.Role))
        {
            people = people.Where(person => person.Roles.Any(role =>
                role.Role == filter.Role && role.ValidFrom <= today && (role.ValidTo == null || role.ValidTo >= today)));
        }

        return people;
    }

    private static IQueryable<Person> InOrder(IQueryable<Person> people) => people.OrderBy(person => person.NameKey).ThenBy(person => person.Email);

    private async Task<IReadOnlyList<PersonView>> ViewsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var views = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).AsViews(CityTime.Today(clock))
            .ToDictionaryAsync(view => view.Id, cancellationToken);
        return [.. ids.Select(id => views[id])];
    }

    private sealed record Position(string NameKey, string Email);
}
