using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Submissions.Domain;

/// <summary>Whether units of a type hand in only with the release of their head or an authorised deputy (product, submission states).</summary>
internal sealed class ReleaseRule : IVersioned
{
    /// <summary>In snake case, as the registry names it.</summary>
    public required string UnitType { get; init; }

    public bool NeedsHead { get; set; }

    public Guid ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; private set; }
}
