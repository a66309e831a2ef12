namespace LearningCity.BuildingBlocks.Data;

/// <summary>Names of schemas.</summary>
public static class Schemas
{
    /// <summary>The schema of a module: its name in snake case.</summary>
    public static string Of(string module) => SnakeCase.Of(module);
}
