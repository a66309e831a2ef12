using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Turns refusals into problem details (RFC 9457): a stable code, a sentence in the caller's language, each field at fault.</summary>
public static class Problems
{
    /// <summary>The HTTP status of a kind of refusal.</summary>
    public static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Stale => StatusCodes.Status412PreconditionFailed,
        FailureKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FailureKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        FailureKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The problem details of refusals; the first decides status and code.</summary>
    public static ProblemDetails Describe(IReadOnlyList<Failure> failures, Language language)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var first = failures[0];
        var problem = new ProblemDetails
        {
            Type = $"urn:learningcity:problem:{first.Code}",
            Title = first.Message(language),
            Status = StatusOf(first.Kind),
        };
        problem.Extensions["code"] = first.Code;
        problem.Extensions["errors"] = failures
            .Select(failure => new ProblemError(failure.Code, failure.Field, failure.Message(language)))
            .ToArray();
        return problem;
    }

    /// <summary>The answer to a request that is refused.</summary>
    public static IResult ToHttp(this IReadOnlyList<Failure> failures) => new ProblemResult(failures);

    /// <summary>The answer to a command: 204, or the refusal.</summary>
    public static IResult ToHttp(this Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Succeeded ? TypedResults.NoContent() : result.Failures.ToHttp();
    }

    /// <summary>The answer to a command that answers something: what <paramref name="success"/> makes of it, or the refusal.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> success)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(success);
        return result.Succeeded ? success(result.Value) : result.Failures.ToHttp();
    }

    /// <summary>The answer to a command that answers something: 200 with it, or the refusal.</summary>
    public static IResult ToHttp<T>(this Result<T> result) => result.ToHttp(value => TypedResults.Ok(value));

    /// <summary>Writes a refusal outside an endpoint: authentication, routing, limits.</summary>
    public static Task WriteAsync(HttpContext context, params Failure[] failures) => new ProblemResult(failures).ExecuteAsync(context);

    private sealed class ProblemResult(IReadOnlyList<Failure> failures) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var problem = Describe(failures, RequestLanguage.Of(httpContext));
            problem.Instance = httpContext.Request.Path;
            httpContext.Response.StatusCode = problem.Status!.Value;
            return httpContext.Response.WriteAsJsonAsync(
                problem, Json.Options, "application/problem+json", httpContext.RequestAborted);
        }
    }
}

/// <summary>One of the reasons of a refusal.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Path of the field at fault, if it is one field's.</param>
/// <param name="Message">What happened and what to do.</param>
public sealed record ProblemError(string Code, string? Field, string Message);
