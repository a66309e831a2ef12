using LearningCity.BuildingBlocks.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>
/// One request, one correlation id: an error page is rendered in a scope of its own, and the support code that it shows must be the one
/// in the log.
/// </summary>
public sealed class Correlation(RequestDelegate next)
{
    private static readonly object Key = new();

    /// <summary>Keeps the id of the request's first scope, or gives it to a later one.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        Keep(context);
        return next(context);
    }

    internal static RequestContext Keep(HttpContext context)
    {
        var request = context.RequestServices.GetRequiredService<RequestContext>();
        if (context.Items[Key] is string earlier) request.CorrelationId = earlier;
        else context.Items[Key] = request.CorrelationId;
        return request;
    }
}
