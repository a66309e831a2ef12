using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>What the pipeline throws becomes a refusal that people can use; only a bug or a broken machine becomes a 5xx.</summary>
public sealed partial class ExceptionToProblem(ILogger<ExceptionToProblem> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;

        // The framework has already pointed the request at the error page for people, and given it a new scope.
        var request = Correlation.Keep(httpContext);
        PathString asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        if (!asked.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            Broke(exception, httpContext.Request.Method, asked, request.SupportCode);
            httpContext.Response.Headers["X-Support-Code"] = request.SupportCode;
            return false;
        }

        httpContext.Request.Path = asked;
        await Problems.WriteAsync(httpContext, Translate(httpContext, exception));
        return true;
    }

    private Failure Translate(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return PlatformFailures.BodyTooLarge;
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return PlatformFailures.UnsupportedMediaType;
            case BadHttpRequestException { InnerException: System.Text.Json.JsonException json }:
                return PlatformFailures.UnreadableBody.On(json.Path ?? "$", json.Path is null ? "" : $" ({json.Path})");
            case BadHttpRequestException bad when bad.Message.Contains("parameter", StringComparison.OrdinalIgnoreCase):
                return PlatformFailures.InvalidParameter.With(NameOf(bad.Message));
            case BadHttpRequestException:
                return PlatformFailures.UnreadableBody.With("");
            default:
                var support = context.RequestServices.GetRequiredService<RequestContext>().SupportCode;
                Broke(exception, context.Request.Method, context.Request.Path, support);
                return PlatformFailures.Broken.With(support);
        }
    }

    /// <summary>The framework quotes the parameter: <c>Failed to bind parameter "DateOnly asOf" from "x".</c></summary>
    private static string NameOf(string message)
    {
        var parts = message.Split('"');
        return parts.Length > 1 ? parts[1].Split(' ')[^1] : "?";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} broke; support code {SupportCode}")]
    private partial void Broke(Exception exception, string method, string path, string supportCode);
}
