using LearningCity.Host.Components;

namespace LearningCity.Host;

/// <summary>Maps the pages of host and modules: rendered on the server, without circuits.</summary>
internal static class Pages
{
    internal static void MapPages(this WebApplication app) => app
        .MapRazorComponents<App>()
        .AddAdditionalAssemblies([.. Modules.All.Select(module => module.Assembly)]);
}
