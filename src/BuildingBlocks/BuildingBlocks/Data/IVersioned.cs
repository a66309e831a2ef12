namespace LearningCity.BuildingBlocks.Data;

/// <summary>Something that can be edited: its version grows by one with every saved change and is its ETag.</summary>
public interface IVersioned
{
    /// <summary>1 when made. Kept by the context, never by hand.</summary>
    int Version { get; }
}
