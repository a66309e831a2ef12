using System.Security.Claims;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Claims by which an authentication scheme says who came; what they may do is asked for anew, so that a withdrawn right is gone.</summary>
public static class CallerClaims
{
    /// <summary>Id of the person or API client.</summary>
    public const string Id = "sub";

    /// <summary><c>person</c> or <c>api_client</c>.</summary>
    public const string Kind = "lc:kind";
}

/// <summary>After authentication: makes the request's scope act for whoever signed in.</summary>
public sealed class CallerMiddleware(RequestDelegate next)
{
    /// <summary>Looks the caller up and passes the request on; an account that is gone or locked is nobody.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var caller = await FindAsync(context, context.User);
            if (caller is null)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await context.SignOutAsync();
            }
            else
            {
                context.RequestServices.GetRequiredService<CurrentUser>().Become(caller);
            }
        }

        await next(context);
    }

    private static Task<Caller?> FindAsync(HttpContext context, ClaimsPrincipal user) =>
        SnakeCase.TryParse<CallerKind>(user.FindFirstValue(CallerClaims.Kind), out var kind)
            && Guid.TryParse(user.FindFirstValue(CallerClaims.Id), out var id)
            ? context.RequestServices.GetRequiredService<ICallerSource>().FindAsync(kind, id, context.RequestAborted)
            : Task.FromResult<Caller?>(null);
}
