using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Deny by default: finds endpoints that declare neither a permission nor that they are for everybody.</summary>
public static class EndpointGuard
{
    // The framework adds these by itself and lets nothing be declared for them; nobody needs them, and the front door refuses them.
    private static readonly string[] Refused = ["Fallback {**path:file}", "Blazor Opaque Redirection"];

    /// <summary>Endpoints that declare nothing, by their routes.</summary>
    public static IReadOnlyList<string> Undeclared(IEnumerable<EndpointDataSource> sources) =>
        [.. sources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName ?? endpoint.ToString() ?? "?")
            .Except(Refused)];

    /// <summary>Stops the host if there are any.</summary>
    public static void Require(IEnumerable<EndpointDataSource> sources)
    {
        var undeclared = Undeclared(sources);
        if (undeclared.Count > 0)
            throw new InvalidOperationException($"No permission is declared for: {string.Join(", ", undeclared)}");
    }
}
