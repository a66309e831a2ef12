using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Deny by default: finds endpoints that declare neither a permission nor that they are for everybody.</summary>
public static class EndpointGuard
{
    /// <summary>Endpoints that the framework adds by itself; having no permission, they let nobody in.</summary>
    private static readonly string[] OfTheFramework = ["Blazor Opaque Redirection", "Fallback {**path:file}"];

    /// <summary>Endpoints that declare nothing, by their routes.</summary>
    public static IReadOnlyList<string> Undeclared(IEnumerable<EndpointDataSource> sources) =>
        [.. sources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.ToString() ?? "?")
            .Except(OfTheFramework)];

    /// <summary>Stops the host if there are any.</summary>
    public static void Require(IEnumerable<EndpointDataSource> sources)
    {
        var undeclared = Undeclared(sources);
        if (undeclared.Count > 0)
            throw new InvalidOperationException($"No permission is declared for: {string.Join(", ", undeclared)}");
    }
}
