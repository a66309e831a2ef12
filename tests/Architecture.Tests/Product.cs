using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Host;

namespace LearningCity.Architecture.Tests;

/// <summary>What the tests look at: everything that the host's one list of modules leads to.</summary>
internal static class Product
{
    internal static IReadOnlyList<IModule> Modules => Host.Modules.All;

    internal static IEnumerable<Type> Contexts => Modules.Select(module => module.ContextType).Prepend(typeof(PlatformDbContext));

    internal static IEnumerable<Assembly> Assemblies =>
    [
        .. Modules.Select(module => module.Assembly),
        .. Modules.Select(module => module.ContractsAssembly),
        typeof(PlatformDbContext).Assembly,
        typeof(BuildingBlocks.Contracts.LocalText).Assembly,
        typeof(Startup).Assembly,
    ];

    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LearningCity.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
