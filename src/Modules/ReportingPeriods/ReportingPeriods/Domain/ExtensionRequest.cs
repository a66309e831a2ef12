using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>Where a request for more time stands.</summary>
internal enum RequestState
{
    /// <summary>It waits for an answer.</summary>
    Asked,

    /// <summary>The unit has its later day.</summary>
    Granted,

    /// <summary>The due date stays.</summary>
    Refused,
}

/// <summary>A unit's request for a later day, and the answer. One at a time is open for an obligation.</summary>
internal sealed class ExtensionRequest : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid ObligationId { get; init; }

    /// <summary>1, 2, 3 for an obligation: of two that are sent at once, one gets the number.</summary>
    public required int Number { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly WantedTo { get; init; }

    public required string Reason { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public RequestState State { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    internal Result Decide(bool grant, string? answer, Guid by, DateTimeOffset at)
    {
        if (State != RequestState.Asked) return PeriodFailures.RequestAnswered;
        (State, Answer, AnsweredBy, AnsweredAt) = (grant ? RequestState.Granted : RequestState.Refused, answer, by, at);
        return Result.Ok;
    }
}

/// <summary>What was decided about an obligation whose unit ended in mid-period. Appended; the last one counts.</summary>
internal sealed class HandOver
{
    public required Guid ObligationId { get; init; }

    /// <summary>1, 2, 3 for an obligation.</summary>
    public required int Number { get; init; }

    public required Guid PeriodId { get; init; }

    /// <summary>The unit that takes it over; null where it was kept.</summary>
    public Guid? ToUnitId { get; init; }

    public required string Reason { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
