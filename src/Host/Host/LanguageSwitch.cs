using LearningCity.BuildingBlocks.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningCity.Host;

/// <summary>The link in the frame that changes the language and comes back.</summary>
internal static class LanguageSwitch
{
    internal static void MapLanguageSwitch(this WebApplication app) => app.MapGet("/language/{code}", Switch).AllowAnonymous();

    private static RedirectHttpResult Switch(HttpContext context, string code, string? returnUrl)
    {
        context.Response.Cookies.Append(RequestLanguage.Cookie, code == "en" ? "en" : "vi", new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return TypedResults.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
    }

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal);
}
