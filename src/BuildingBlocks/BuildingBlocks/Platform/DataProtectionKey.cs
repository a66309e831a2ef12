namespace LearningCity.BuildingBlocks.Platform;

/// <summary>A key that protects cookies and forms; in the database, so that any host can read what another wrote.</summary>
public sealed class DataProtectionKey
{
    /// <summary>The framework's name of the key.</summary>
    public required string Name { get; init; }

    /// <summary>The key as the framework wrote it.</summary>
    public required string Xml { get; init; }
}
