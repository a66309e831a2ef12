using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Http;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>
/// The API takes the session cookie of our own pages, so a page elsewhere must not make a browser send it. A change under <c>/api</c> by
/// a person passes if the browser itself says that it comes from this site (<c>Sec-Fetch-Site</c>, which no script can set), or if it
/// carries a header that a page elsewhere cannot add without asking us first (<c>X-Requested-With</c>, or htmx's own). Keys and tokens are
/// not sent by browsers on their own and pass. Forms outside <c>/api</c> carry an antiforgery token instead.
/// </summary>
public sealed class CrossSiteGuard(RequestDelegate next)
{
    /// <summary>Passes the request on, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context, ICurrentUser user)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(user);
        return user.Caller.Kind == CallerKind.Person && IsChange(context.Request) && !IsFromOurPages(context.Request.Headers)
            ? Problems.WriteAsync(context, PlatformFailures.CrossSiteRequest)
            : next(context);
    }

    private static bool IsChange(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool IsFromOurPages(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"] == "same-origin" || headers.ContainsKey("X-Requested-With") || headers.ContainsKey("HX-Request");
}
