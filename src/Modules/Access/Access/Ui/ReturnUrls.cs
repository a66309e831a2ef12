namespace LearningCity.Access.Ui;

/// <summary>Addresses to go back to after a sign-in: only within this site.</summary>
internal static class ReturnUrls
{
    internal static string Safe(string? url) => IsLocal(url) ? url! : "/";

    internal static bool IsLocal(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
        && !url.Any(char.IsControl);
}
