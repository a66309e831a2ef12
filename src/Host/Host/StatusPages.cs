using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Host;

/// <summary>Gives bare statuses of the framework (no such address, wrong method, wrong type of content) a body that people can use.</summary>
internal sealed class StatusPages(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.HasStarted || context.Response.ContentLength > 0 || context.Response.ContentType is not null) return;
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return;
        FailureDefinition? failure = context.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => PlatformFailures.InvalidParameter,
            StatusCodes.Status404NotFound => PlatformFailures.NotFound,
            StatusCodes.Status405MethodNotAllowed => PlatformFailures.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => PlatformFailures.BodyTooLarge,
            StatusCodes.Status415UnsupportedMediaType => PlatformFailures.UnsupportedMediaType,
            _ => null,
        };
        if (failure is null) return;
        var status = context.Response.StatusCode;
        await Problems.WriteAsync(context, failure.With("?"));
        if (!context.Response.HasStarted) context.Response.StatusCode = status;
    }
}
