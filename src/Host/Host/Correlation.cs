using LearningCity.BuildingBlocks.Hosting;

namespace LearningCity.Host;

/// <summary>
/// One request, one correlation id: an error page is rendered in a scope of its own, and the support code that it shows must be the one
/// in the log.
/// </summary>
internal sealed class Correlation(RequestDelegate next)
{
    private static readonly object Key = new();

    public Task InvokeAsync(HttpContext context, RequestContext request)
    {
        if (context.Items[Key] is string earlier) request.CorrelationId = earlier;
        else context.Items[Key] = request.CorrelationId;
        return next(context);
    }
}
