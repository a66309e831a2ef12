using LearningCity.Access.Application;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Access.Infrastructure.Authentication;

/// <summary>Who may come in how: pages by the session cookie, the API by key or by the cookie of a page that calls it.</summary>
internal static class AuthenticationRegistration
{
    private const string Chooser = "lc";
    private const string ApiKeyScheme = "lc-api-key";

    internal static void AddAccessAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<PermissionCatalog>();
        services.AddSingleton<CallerCache>();
        services.AddScoped<CallerSource>();
        services.AddScoped<ICallerSource>(provider => provider.GetRequiredService<CallerSource>());
        services.AddScoped<SessionEvents>();
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = Chooser;

                // Only sessions can be begun and ended; a key is simply sent or not.
                options.DefaultSignInScheme = SessionClaims.Scheme;
                options.DefaultSignOutScheme = SessionClaims.Scheme;
            })
            .AddPolicyScheme(Chooser, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyScheme, null)
            .AddCookie(SessionClaims.Scheme, options =>
            {
                options.Cookie.Name = SessionClaims.Scheme;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromHours(10);
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionEvents);
            });
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && ApiKeyHandler.KeyOf(context.Request) is not null
            ? ApiKeyScheme
            : SessionClaims.Scheme;
}
