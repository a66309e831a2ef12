using LearningCity.BuildingBlocks.Contracts;
using Microsoft.AspNetCore.Http;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Which language a request wants: the page's cookie, else <c>Accept-Language</c>, else Vietnamese.</summary>
public static class RequestLanguage
{
    /// <summary>Name of the cookie that the language switch sets.</summary>
    public const string Cookie = "lc-lang";

    /// <summary>The language of this request.</summary>
    public static Language Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return context.Request.Cookies[Cookie] == "en" ? Language.En : Language.Vi;

        // Of the languages that the caller accepts, the one it likes best; vi where neither is named.
        var accepted = context.Request.GetTypedHeaders().AcceptLanguage;
        var best = accepted?.OrderByDescending(header => header.Quality ?? 1)
            .Select(header => header.Value.Value)
            .FirstOrDefault(name => IsOneOf(name, "vi") || IsOneOf(name, "en"));
        return IsOneOf(best, "en") ? Language.En : Language.Vi;
    }

    private static bool IsOneOf(string? name, string language) =>
        name is not null && (name.Equals(language, StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
}
