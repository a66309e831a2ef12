using System.Reflection;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>What a module shows to the host. The host's list of modules is the only one.</summary>
public interface IModule
{
    /// <summary>Name, as in the glossary and in the folder.</summary>
    string Name { get; }

    /// <summary>The module's assembly; with its contracts, scanned for handlers, validators and events, and for pages.</summary>
    Assembly Assembly => GetType().Assembly;

    /// <summary>The assembly of the module's contracts.</summary>
    Assembly ContractsAssembly { get; }

    /// <summary>The module's context, whose migrations the host runs.</summary>
    Type ContextType { get; }

    /// <summary>What people may be allowed to do in this module.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>The module's places in the navigation.</summary>
    IReadOnlyList<NavigationItem> Navigation => [];

    /// <summary>What the module shows on the home page and in the frame of every page.</summary>
    IReadOnlyList<PagePart> PageParts => [];

    /// <summary>Registers the module's own services; the context, handlers and validators are registered by the host.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps the module's API under <c>/api/v1</c>.</summary>
    void MapEndpoints(IEndpointRouteBuilder api);

    /// <summary>Maps addresses outside the API that are no pages: what a form in the frame posts to, a file that is downloaded.</summary>
    void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
