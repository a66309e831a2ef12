using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LearningCity.Benchmarks;

/// <summary>M7. From the start of the process to the first "ready", on an existing, migrated database, against an empty minimal API host.</summary>
internal sealed class StartUp : Benchmark
{
    private const int Repetitions = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    internal override string Name => "M7";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using (await City.StartAsync(scratch))
            {
                // Starting once migrates and loads what is built in.
            }

            var settings = new Dictionary<string, string>
            {
                ["Database__Provider"] = scratch.Provider,
                ["Database__ConnectionString"] = scratch.ConnectionString,
                ["Data__Directory"] = scratch.Folder,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            };
            var (product, empty) = (new List<double>(), new List<double>());
            for (var i = 0; i < Repetitions; i++)
            {
                empty.Add(await MeasureAsync("LearningCity.Benchmarks.dll", address => ["empty-host", address], new Dictionary<string, string>()));
                product.Add(await MeasureAsync("LearningCity.Host.dll", address => ["--urls", address], settings));
            }

            yield return new Figure($"M7.{provider}", Median(product), "s", Median(empty));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> MeasureAsync(
        string program, Func<string, string[]> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in arguments(address).Prepend(Path.Combine(AppContext.BaseDirectory, program))) start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!await IsReadyAsync(http, new Uri($"{address}/health/ready")))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience) throw new InvalidOperationException($"{program} did not start.");
                await Task.Delay(5);
            }

            return Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
