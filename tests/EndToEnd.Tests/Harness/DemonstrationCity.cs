namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>The demonstration city on the embedded database: loaded once in a run, copied for each who needs it.</summary>
internal static class DemonstrationCity
{
    /// <summary>Password of all its accounts; the sign-in page prints it.</summary>
    internal const string Password = "hoc-tap-2030";

    private static readonly SemaphoreSlim Loading = new(1, 1);
    private static readonly List<string> Copies = [];
    private static string? _template;

    /// <summary>Configuration of a host on a copy of the city; jobs are off unless a test turns them on.</summary>
    internal static async Task<Dictionary<string, string>> CopyAsync()
    {
        var template = await TemplateAsync();
        var folder = Directory.CreateTempSubdirectory("learningcity-e2e-").FullName;
        Copies.Add(folder);
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Settings(folder);
    }

    /// <summary>Removes what the run left behind.</summary>
    internal static void Forget()
    {
        if (_template is not null) Copies.Add(_template);
        foreach (var folder in Copies) Directory.Delete(folder, recursive: true);
        _template = null;
    }

    private static Dictionary<string, string> Settings(string folder) => new()
    {
        ["Database:Provider"] = "sqlite",
        ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "learningcity.db")}",
        ["Database:Synchronous"] = "normal",
        ["Data:Directory"] = folder,
        ["Demonstration:Enabled"] = "true",
        ["Jobs:Enabled"] = "false",
        ["RateLimits:PerCallerPerMinute"] = "1000000",
        ["RateLimits:AnonymousPerMinute"] = "1000000",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    private static async Task<string> TemplateAsync()
    {
        await Loading.WaitAsync();
        try
        {
            if (_template is not null) return _template;
            var folder = Directory.CreateTempSubdirectory("learningcity-e2e-template-").FullName;
            await using (var host = await HostProcess.StartAsync(Settings(folder)))
            {
                await BriefingsAsync(Settings(folder));
                await host.StopAsync();
            }

            return _template = folder;
        }
        finally
        {
            Loading.Release();
        }
    }

    /// <summary>Waits until the briefings of the closed periods are made, so that no copy makes them again; without a browser nobody can.</summary>
    private static async Task BriefingsAsync(IReadOnlyDictionary<string, string> settings)
    {
        for (var i = 0; i < 120; i++)
        {
            var waiting = await DatabaseFile.NumberAsync(settings, "SELECT COUNT(*) FROM analytics_briefings WHERE state = 'waiting' AND error IS NULL");
            if (waiting == 0) return;
            await Task.Delay(500);
        }
    }
}
