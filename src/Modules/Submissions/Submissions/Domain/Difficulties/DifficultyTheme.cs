using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Submissions.Domain.Difficulties;

/// <summary>What several units say in different words, kept by the tier that sees them together.</summary>
internal sealed class DifficultyTheme : IVersioned
{
    /// <summary>Most difficulties and proposals in a theme: a step for all of it is one transaction.</summary>
    internal const int MostMembers = 1000;

    public required Guid Id { get; init; }

    /// <summary>The tier that keeps it.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitCode { get; init; }

    /// <summary>1, 2, 3 for a unit.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When something was last done for all of it at once.</summary>
    public DateTimeOffset? LastStepAt { get; set; }

    /// <inheritdoc />
    public int Version { get; private set; }
}
