using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>
/// The front door: an endpoint lets in who holds its permission for at least one unit; the handler checks which unit. An endpoint that
/// declares nothing lets nobody in (and the host does not start with one).
/// </summary>
public sealed class PermissionMiddleware(RequestDelegate next)
{
    /// <summary>Lets the request in, or refuses it: 401 and 403 for the API, the sign-in page for pages.</summary>
    public Task InvokeAsync(HttpContext context, ICurrentUser user)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(user);
        var endpoint = context.GetEndpoint();

        // What routing puts in the place of an endpoint (wrong method, wrong type of content) is no route of ours, and only refuses.
        if (endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return next(context);
        var required = endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>();
        if (required is not null && user.IsSignedIn && (required.Permission.Length == 0 || user.Has(required.Permission)))
            return next(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Problems.WriteAsync(context, user.IsSignedIn ? PlatformFailures.NotAllowed : PlatformFailures.NotSignedIn);
        if (user.IsSignedIn)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        var back = context.Request.Path + context.Request.QueryString;
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            // htmx follows redirects silently: the script opens sign-in over the page instead.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }
}
