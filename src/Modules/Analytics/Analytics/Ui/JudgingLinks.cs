using System.Globalization;
using LearningCity.BuildingBlocks.Results;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Analytics.Ui;

/// <summary>What addresses of the judging pages have in common.</summary>
internal static class JudgingLinks
{
    /// <summary>A day as addresses name it; null where there is none, or it is no day.</summary>
    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The status of a page that could not be shown.</summary>
    internal static int StatusOf(Failure failure) => failure.Code == PlatformFailures.NotAllowed.Code
        ? StatusCodes.Status403Forbidden
        : StatusCodes.Status404NotFound;
}
