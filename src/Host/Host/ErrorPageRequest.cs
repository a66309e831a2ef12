using Microsoft.AspNetCore.Diagnostics;

namespace LearningCity.Host;

/// <summary>
/// An error page is read, whatever was sent: a form that was refused must not be sent to the error page as well. And it is rendered
/// whole: under a status of 404 the framework's renderer would not wait for the page's components, and the scope would end while they
/// still query. So the page is rendered as any other, and its status is put back as the answer starts.
/// </summary>
internal sealed class ErrorPageRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        return isErrorPage ? RenderAsync(context) : next(context);
    }

    private async Task RenderAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsHead(method)) context.Request.Method = HttpMethods.Get;
        var status = context.Response.StatusCode;
        context.Response.StatusCode = StatusCodes.Status200OK;
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
