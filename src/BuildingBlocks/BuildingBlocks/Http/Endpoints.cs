using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Builder;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>What an endpoint says of itself; one that says neither a permission nor "for everybody" does not start the host.</summary>
public static class Endpoints
{
    /// <summary>Only callers who hold the permission for at least one unit get in; the handler checks the unit.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(permission);
        return builder.WithMetadata(new RequiresPermissionAttribute(permission.Code));
    }

    /// <summary>Everybody who is signed in gets in.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiresPermissionAttribute(""));
}

/// <summary>On a page or an endpoint: what a caller must hold to get in. Empty: to be signed in is enough.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresPermissionAttribute(string permission) : Attribute
{
    /// <summary>Code of the permission.</summary>
    public string Permission { get; } = permission;
}
