using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>The product as it is run: a process of its own, on a port of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private HostProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    internal Uri Address { get; }

    /// <summary>What it has printed.</summary>
    internal string Log => string.Join('\n', _log);

    /// <summary>Starts a host and waits until it is ready.</summary>
    /// <param name="settings">Configuration, by its keys with colons.</param>
    /// <param name="port">A port that was used before, so that its clients find it again.</param>
    internal static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var host = Launch(settings, port);
        await host.WaitUntilReadyAsync();
        return host;
    }

    /// <summary>Starts a host and does not wait.</summary>
    internal static HostProcess Launch(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LearningCity.Host.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());

        // Pages' styles and scripts lie beside their projects and not beside this test: only the development environment looks there.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var host = new HostProcess(Process.Start(start)!, address);
        host.Listen();
        return host;
    }

    internal async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Log}");
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException($"The host was not ready in time:\n{Log}");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>As a power cut would: <c>kill -9</c>.</summary>
    internal async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    internal async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Listen()
    {
        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null) _log.Enqueue(line.Data);
        }

        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
