namespace LearningCity.BuildingBlocks;

/// <summary>Makes keys.</summary>
public static class Ids
{
    /// <summary>A new version 7 GUID. No query may order by it: databases sort GUIDs differently.</summary>
    public static Guid New() => Guid.CreateVersion7();
}
