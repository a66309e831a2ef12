using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>One headless browser with a folder of its own, alive until disposed of; it does not outlive this process.</summary>
internal sealed partial class BrowserProcess : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private BrowserProcess(Process process, DirectoryInfo folder, DevTools devTools) =>
        (_process, _folder, DevTools, Pages) = (process, folder, devTools, new BrowserPages(devTools));

    internal DevTools DevTools { get; }

    internal BrowserPages Pages { get; }

    internal bool IsAlive => !_process.HasExited && DevTools.IsOpen;

    /// <summary>The browser's path: the configured one, or the first known name on the search path; null if there is none.</summary>
    internal static string? Find(string? configured)
    {
        if (!string.IsNullOrEmpty(configured)) return File.Exists(configured) ? configured : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe" } : [""];
        return (from name in Names from folder in folders from ending in endings select Path.Combine(folder, name + ending))
            .FirstOrDefault(File.Exists);
    }

    internal static async Task<BrowserProcess> StartAsync(string path, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("learningcity-pdf-");
        var process = new Process { StartInfo = Command(path, folder.FullName) };
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Both outputs are read to the end, or the browser would stop once a pipe is full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            const string said = "DevTools listening on ";
            if (line.Data is null) address.TrySetException(new IOException("The browser ended before it listened."));
            else if (line.Data.StartsWith(said, StringComparison.Ordinal)) address.TrySetResult(new Uri(line.Data[said.Length..]));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var devTools = await DevTools.ConnectAsync(await address.Task.WaitAsync(LongestStart, cancellationToken), cancellationToken);
            Started(logger, path, process.Id);
            return new BrowserProcess(process, folder, devTools);
        }
        catch
        {
            End(process, folder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DevTools.DisposeAsync();
        End(_process, _folder);
    }

    private static ProcessStartInfo Command(string path, string folder)
    {
        List<string> arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={folder}", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-sync", "--no-first-run",
            "--no-default-browser-check", "--mute-audio", "--hide-scrollbars",

            // A document brings everything along: the browser needs no other host, and gets none.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank",
        ];
        if (Environment.UserName == "root") arguments.Insert(0, "--no-sandbox");
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = path;
        }
        else
        {
            // The shell waits for our end of its input to close, which the system does even when this process is killed, and then ends
            // the browser: no browser is left behind. Signals to the whole group (Ctrl+C) must not end the shell before that.
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("trap '' INT TERM HUP; \"$0\" \"$@\" </dev/null & browser=$!; cat >/dev/null; kill -9 $browser");
            start.ArgumentList.Add(path);
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static void End(Process process, DirectoryInfo folder)
    {
        try
        {
            process.StandardInput.Close();
            if (OperatingSystem.IsWindows() || !process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        process.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser may still be writing; the system clears its temporary folder.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Started {Browser} for printing, process {Process}")]
    private static partial void Started(ILogger logger, string browser, int process);
}
