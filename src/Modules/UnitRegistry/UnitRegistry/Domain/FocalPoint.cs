using LearningCity.BuildingBlocks;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>Whether a focal point is the first to be called.</summary>
internal enum FocalPointRank
{
    /// <summary>The first to be called; one at a time.</summary>
    Principal,

    /// <summary>Stands in for the first; one at a time.</summary>
    Deputy,
}

/// <summary>
/// Whom to reach in a unit about learning-city matters. Personal data is no more than work contacts, and is erased on request (Decree
/// 13/2023/NĐ-CP, article 16): the row stays and says that there was somebody, not who.
/// </summary>
internal sealed class FocalPoint
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid UnitId { get; init; }

    public required FocalPointRank Rank { get; init; }

    /// <summary>Empty once erased.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the person does in the unit ("Phó Hiệu trưởng"); no personal data by itself.</summary>
    public required string Duty { get; init; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; private set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? ErasedAt { get; private set; }

    internal Validity Validity => new(ValidFrom, ValidTo);

    internal FocalPoint With(string name, string? email, string? phone)
    {
        (Name, Email, Phone) = (name.Normalize().Trim(), email?.Trim(), phone?.Trim());
        return this;
    }

    /// <summary>Somebody else is to be called after the day; a day before the first one means never.</summary>
    internal void EndOn(DateOnly lastDay)
    {
        if (ValidTo is null || ValidTo > lastDay) ValidTo = lastDay;
    }

    internal void Erase(DateTimeOffset at) => (Name, Email, Phone, ErasedAt) = ("", null, null, ErasedAt ?? at);
}
