using Microsoft.AspNetCore.Diagnostics;

namespace LearningCity.Host;

/// <summary>What was asked for where an error page is shown in its place.</summary>
/// <param name="PathAndQuery">As it was asked for.</param>
internal sealed record AskedFor(string PathAndQuery);

/// <summary>
/// An error page is read, whatever was sent: a form that was refused must not be sent to the error page as well. And it is rendered as
/// any other page, its status put back as the answer starts: of a request that it knows as re-executed the framework's renderer awaits
/// no component, so the page's scope would end while its components still query.
/// </summary>
internal sealed class ErrorPageRequest(RequestDelegate next)
{
    /// <summary>The renderer adds it to each page, and refuses to add it twice.</summary>
    private const string SetByTheFirstPage = "blazor-enhanced-nav";

    public Task InvokeAsync(HttpContext context)
    {
        var reExecuted = context.Features.Get<IStatusCodeReExecuteFeature>();
        if (reExecuted is null && context.Features.Get<IExceptionHandlerFeature>() is null) return next(context);
        if (reExecuted is not null)
        {
            context.Features.Set(new AskedFor(reExecuted.OriginalPath + reExecuted.OriginalQueryString));
            context.Features.Set<IStatusCodeReExecuteFeature>(null);
        }

        return RenderAsync(context);
    }

    private async Task RenderAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsHead(method)) context.Request.Method = HttpMethods.Get;
        var status = context.Response.StatusCode;
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.Headers.Remove(SetByTheFirstPage);
        context.Response.OnStarting(() => Restore(context, status));
        await next(context);
        if (!context.Response.HasStarted) await Restore(context, status);
        context.Request.Method = method;
    }

    private static Task Restore(HttpContext context, int status)
    {
        if (context.Response.StatusCode == StatusCodes.Status200OK) context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
