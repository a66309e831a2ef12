using Microsoft.AspNetCore.Diagnostics;

namespace LearningCity.Host;

/// <summary>An error page is read, whatever was sent: a form that was refused must not be sent to the error page as well.</summary>
internal sealed class ErrorPageMethod(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isErrorPage && !HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
