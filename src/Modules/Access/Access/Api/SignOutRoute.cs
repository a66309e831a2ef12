using LearningCity.Access.Application;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Access.Api;

/// <summary>What the frame's sign-out button posts to.</summary>
internal static class SignOutRoute
{
    internal static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", (Delegate)SignOut).WithMetadata(new RequireAntiforgeryTokenAttribute()).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SignOut(HttpContext context)
    {
        // The middleware only notes whether the form came from a page of ours; without a form to bind, nobody else looks.
        // A page that was open for too long leads home, where the button works again.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return TypedResults.LocalRedirect("/");
        await context.SignOutAsync(SessionClaims.Scheme);

        // Unsent figures kept by the browser belong to whoever signed out.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return TypedResults.LocalRedirect("/sign-in");
    }
}
