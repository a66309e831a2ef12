using System.Globalization;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Http;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>Versions as <c>ETag</c> and <c>If-Match</c>.</summary>
public static class ETags
{
    /// <summary>Sends the version of what is answered.</summary>
    public static void Send(HttpContext context, int version)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
    }

    /// <summary>The version that the caller saw; a refusal where the header is missing or is none of ours.</summary>
    public static Result<int> Required(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var header = context.Request.Headers.IfMatch.ToString().Trim();
        return header.Length > 2 && header[0] == '"' && header[^1] == '"'
            && int.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : PlatformFailures.IfMatchMissing;
    }
}
