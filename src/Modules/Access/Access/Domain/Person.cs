using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Text;

namespace LearningCity.Access.Domain;

/// <summary>
/// Somebody who uses the product. Holds all personal data there is of them (name, work e-mail, phone): what others store is the id, so
/// that erasing this row erases the person (Decree 13/2023/NĐ-CP).
/// </summary>
internal sealed class Person : IVersioned
{
    internal const int LongestName = 100;
    internal const int LongestEmail = 200;
    internal const int LongestPhone = 30;

    private readonly List<RoleAssignment> _roles = [];

    private Person()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>As people write it here: family, middle, given.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sorts by given name, then middle, then family, as lists of people do in Viet Nam.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Name and e-mail, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Work e-mail in lower case, which is also the name to sign in with.</summary>
    public string Email { get; private set; } = "";

    public string? Phone { get; private set; }

    /// <summary>The unit that the person works for.</summary>
    public Guid? HomeUnitId { get; private set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Made up for the demonstration city; such people cannot exist in production.</summary>
    public bool IsDemonstration { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Hash of the password; null until one is set.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with password, e-mail and activity: sessions that carry an older one end.</summary>
    public string SecurityStamp { get; private set; } = "";

    public IReadOnlyList<RoleAssignment> Roles => _roles;

    internal static Person Create(PersonDetails details, DateTimeOffset at, bool isDemonstration = false)
    {
        var person = new Person { Id = Ids.New(), CreatedAt = at, IsActive = true, IsDemonstration = isDemonstration };
        person.Describe(details);
        person.EndSessions();
        return person;
    }

    internal static string NormalizeEmail(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Changes what is known of the person.</summary>
    internal void Describe(PersonDetails details)
    {
        var email = NormalizeEmail(details.Email);
        if (Email.Length > 0 && email != Email) EndSessions();
        Name = string.Join(' ', details.Name.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        NameKey = OrderOf(Name);
        Email = email;
        Phone = string.IsNullOrWhiteSpace(details.Phone) ? null : details.Phone.Trim();
        HomeUnitId = details.HomeUnitId;
        SearchText = " " + BuildingBlocks.Text.SearchText.Fold($"{Name} {Email}");
    }

    /// <summary>Gives the person exactly these roles from a day on; what was held before and is not named ends the day before.</summary>
    internal void HoldRoles(IReadOnlyCollection<RoleGrant> wanted, DateOnly from)
    {
        foreach (var held in _roles.Where(role => role.IsHeldOn(from) || role.ValidFrom > from).ToList())
        {
            if (wanted.Contains(held.Grant)) continue;
            if (held.ValidFrom >= from) _roles.Remove(held);
            else held.EndOn(from.AddDays(-1));
        }

        foreach (var grant in wanted.Distinct())
        {
            if (!_roles.Any(role => role.Grant == grant && role.IsHeldOn(from))) _roles.Add(new RoleAssignment(Id, grant, from));
        }
    }

    internal void SetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        EndSessions();
    }

    /// <summary>The same password with a newer way of hashing: sessions go on.</summary>
    internal void RehashPassword(string passwordHash) => PasswordHash = passwordHash;

    internal void Deactivate()
    {
        IsActive = false;
        EndSessions();
    }

    internal void Activate() => IsActive = true;

    /// <summary>Removes what is personal and keeps the id, so that history still knows that it was one and the same person.</summary>
    internal void Erase(DateTimeOffset at)
    {
        Deactivate();
        (Name, NameKey, SearchText) = ("", "", "");
        Email = $"{Id:N}@erased.invalid";
        (Phone, PasswordHash, HomeUnitId) = (null, null, null);
        ErasedAt = at;
        var today = BuildingBlocks.Time.CityTime.DayOf(at);
        HoldRoles([], today);
    }

    private void EndSessions() => SecurityStamp = Secrets.NewStamp();

    private static string OrderOf(string name)
    {
        var parts = name.Split(' ');
        return parts.Length < 2
            ? VietnameseOrder.Key(name)
            : VietnameseOrder.Key(string.Join(' ', [parts[^1], .. parts[1..^1], parts[0]]));
    }
}

/// <summary>What is known of a person.</summary>
internal sealed record PersonDetails(string Name, string Email, string? Phone, Guid? HomeUnitId);
