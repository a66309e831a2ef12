using LearningCity.BuildingBlocks;

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

    /// <summary>Its seats, in the order of the decision; empty where only the decision is known.</summary>
    public List<CommitteeSeat> Seats { get; init; } = [];

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a further record took this one's place; null while it is what we know.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    internal void Supersede(DateTimeOffset at) => SupersededAt = at;

    /// <summary>The same committee with another last day, as a further record.</summary>
    internal Committee Until(DateOnly lastDay, DateTimeOffset at)
    {
        var id = Ids.New();
        return new Committee
        {
            Id = id,
            UnitId = UnitId,
            DecisionNumber = DecisionNumber,
            DecidedOn = DecidedOn,
            ValidFrom = ValidFrom,
            ValidTo = lastDay,
            HeadOffice = HeadOffice,
            MemberCount = MemberCount,
            Seats = [.. Seats.Select(seat => new CommitteeSeat { CommitteeId = id, Number = seat.Number, Role = seat.Role, Office = seat.Office })],
            RecordedAt = at,
        };
    }
}

/// <summary>What somebody does in a committee.</summary>
internal enum SeatRole
{
    /// <summary>Head (trưởng ban).</summary>
    Head,

    /// <summary>Standing deputy head (phó trưởng ban thường trực).</summary>
    StandingDeputy,

    /// <summary>Deputy head.</summary>
    Deputy,

    /// <summary>Member.</summary>
    Member,

    /// <summary>In its support team (tổ giúp việc); no member.</summary>
    SupportTeam,
}

/// <summary>A seat by the office that holds it, not by a person's name: decisions name offices, and names would be personal data.</summary>
internal sealed class CommitteeSeat
{
    public required Guid CommitteeId { get; init; }

    /// <summary>Its place in the decision, from 1.</summary>
    public required int Number { get; init; }

    public required SeatRole Role { get; init; }

    public required string Office { get; init; }
}
