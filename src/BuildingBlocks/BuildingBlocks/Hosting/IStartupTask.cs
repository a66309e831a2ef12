namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>
/// Something that a module makes sure of at every start, after migrations and before the first request: that its built-in packs are
/// loaded, that somebody can administer the system. Idempotent, quick when nothing is to be done, safe with two hosts at once.
/// </summary>
public interface IStartupTask
{
    /// <summary>Smaller runs first.</summary>
    int Order { get; }

    /// <summary>Does it, in a scope of its own that acts for the system.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
