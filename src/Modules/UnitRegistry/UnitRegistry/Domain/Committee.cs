namespace LearningCity.UnitRegistry.Domain;

/// <summary>A unit's steering committee, as a decision set it up. It ends with its unit: a successor needs a decision of its own.</summary>
internal sealed class Committee
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Office of the head ("Chủ tịch Ủy ban nhân dân"), not a person's name; empty where it is not known.</summary>
    public required string HeadOffice { get; init; }

    /// <summary>Members, the head included; null where it is not known.</summary>
    public int? MemberCount { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a further record took this one's place; null while it is what we know.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    internal void Supersede(DateTimeOffset at) => SupersededAt = at;
}
