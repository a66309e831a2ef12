namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>What a module has to say on the console once the host serves: demonstration accounts, a set-up link.</summary>
public interface IGreeting
{
    /// <summary>Lines for whoever started the host.</summary>
    Task<IReadOnlyList<string>> LinesAsync(string address, CancellationToken cancellationToken);
}
