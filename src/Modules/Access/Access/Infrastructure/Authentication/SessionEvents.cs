using Microsoft.AspNetCore.Authentication;
using System.Security.Claims;
using LearningCity.Access.Application;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Infrastructure.Authentication;

/// <summary>Ends sessions whose person changed the password, was deactivated or erased.</summary>
internal sealed class SessionEvents(CallerSource callers) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isKnown = Guid.TryParse(context.Principal?.FindFirstValue(CallerClaims.Id), out var personId)
            && await callers.FindKnownAsync(CallerKind.Person, personId, context.HttpContext.RequestAborted) is { } known
            && known.Stamp == context.Principal?.FindFirstValue(SessionClaims.Stamp);
        if (!isKnown) context.RejectPrincipal();
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Status(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Status(context, StatusCodes.Status403Forbidden);

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
