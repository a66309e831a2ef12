using Microsoft.AspNetCore.Diagnostics;

namespace LearningCity.Host;

/// <summary>An error page is read, whatever was sent: a form that was refused must not be sent to the error page as well.</summary>
internal sealed class ErrorPageMethod(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        var method = context.Request.Method;
        if (isErrorPage && !HttpMethods.IsHead(method)) context.Request.Method = HttpMethods.Get;
        await next(context);
        context.Request.Method = method;
    }
}
