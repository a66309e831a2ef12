using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>Makes many accounts in one go. Those whose e-mail exists already are left as they are; answers how many were made.</summary>
/// <param name="People">The people.</param>
/// <param name="PasswordHash">A password for all of them: only of the demonstration. Null leaves them without one.</param>
internal sealed record AddPeople(IReadOnlyList<NewPerson> People, string? PasswordHash = null) : ICommand<int>;

/// <summary>Somebody to make an account for.</summary>
/// <param name="Details">What is known of them.</param>
/// <param name="Roles">What they may do where.</param>
/// <param name="From">First day of the roles.</param>
/// <param name="To">Last day of the roles; null while they last.</param>
internal sealed record NewPerson(PersonDetails Details, IReadOnlyList<RoleGrant> Roles, DateOnly From, DateOnly? To = null);

internal sealed class AddPeopleHandler(IAccessDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<AddPeople, int>
{
    private const int BatchSize = 1000;

    public async Task<Result<int>> Handle(AddPeople command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var taken = await TakenAsync([.. command.People.Select(person => Person.NormalizeEmail(person.Details.Email))], cancellationToken);
        var now = clock.GetUtcNow();
        var people = new List<Person>();
        var roles = new List<RoleAssignment>();
        foreach (var added in command.People)
        {
            if (!taken.Add(Person.NormalizeEmail(added.Details.Email))) continue;
            var person = Person.Create(added.Details, now, isDemonstration: command.PasswordHash is not null);
            if (command.PasswordHash is not null) person.SetPassword(command.PasswordHash);
            people.Add(person);
            roles.AddRange(added.Roles.Select(grant => new RoleAssignment(person.Id, grant, added.From, added.To)));
        }

        if (people.Count == 0) return 0;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.BulkInsertAsync(people, cancellationToken);
                await db.BulkInsertAsync(roles, cancellationToken);
                db.Audit(new AuditEntry(
                    "access.people_added", "people", "batch", Details: new { count = people.Count, hash = HashOf(people) }));
                await db.SaveChangesAsync(cancellationToken);
                return people.Count;
            },
            cancellationToken);
    }

    private async Task<HashSet<string>> TakenAsync(IReadOnlyList<string> emails, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in emails.Chunk(BatchSize))
            taken.UnionWith(await db.People.Where(person => batch.Contains(person.Email)).Select(person => person.Email).ToListAsync(cancellationToken));
        return taken;
    }

    private static string HashOf(IEnumerable<Person> people) => Secrets.HashOf(string.Join('\n', people.Select(person => person.Id.ToString("N"))));
}
