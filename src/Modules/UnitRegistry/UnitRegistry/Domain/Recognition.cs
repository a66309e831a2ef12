using LearningCity.BuildingBlocks;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>A title that an authority gave a unit ("Đơn vị học tập", level 1). A recognition is never erased: it is withdrawn by a further record.</summary>
internal sealed class Recognition
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid UnitId { get; init; }

    public required string Title { get; init; }

    /// <summary>As the decision calls it; empty where the title has no levels.</summary>
    public required string Level { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string Authority { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day by the decision; null if it sets none.</summary>
    public required DateOnly? ValidTo { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>The record that withdrew it; null while none did.</summary>
    public RecognitionWithdrawal? Withdrawal { get; private set; }

    /// <summary>The last day on which it holds, by decision or withdrawal.</summary>
    internal DateOnly? LastDay => Withdrawal is { } withdrawal && (ValidTo is null || withdrawal.EffectiveOn <= ValidTo)
        ? Validity.DayBefore(withdrawal.EffectiveOn)
        : ValidTo;
}

/// <summary>A recognition was withdrawn; one record each.</summary>
internal sealed class RecognitionWithdrawal
{
    public required Guid RecognitionId { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>First day on which the recognition no longer holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }
}
