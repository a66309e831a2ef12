using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Analytics.Domain;

/// <summary>What documents of a unit say of their issuer; the city's own stands for units without one.</summary>
internal sealed class DocumentTemplate : IVersioned
{
    /// <summary>Stands for the whole city.</summary>
    internal static readonly Guid City = Guid.Empty;

    /// <summary>The issuing unit; <see cref="City"/> for the city's own.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The texts, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>The logo (PNG, JPEG); null for none.</summary>
    public byte[]? Logo { get; set; }

    /// <summary>When it was changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>By whom.</summary>
    public required Guid ChangedBy { get; set; }

    /// <inheritdoc />
    public int Version { get; private set; }
}
