using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.Submissions.Tests.Infrastructure;

internal sealed class ClamAvScannerTests
{
    [Test]
    public async Task A_clean_file_passes_and_arrives_whole()
    {
        using var daemon = new FakeDaemon();
        var file = new byte[200_000];
        new Random(7).NextBytes(file);
        (await Scanner(daemon.Port).ScanAsync(new MemoryStream(file), CancellationToken.None)).ShouldBe(ScanVerdict.Clean);
        daemon.Received.ShouldBe(file);
    }

    [Test]
    public async Task An_infected_file_is_told()
    {
        using var daemon = new FakeDaemon();
        var file = Encoding.ASCII.GetBytes("before EICAR after");
        (await Scanner(daemon.Port).ScanAsync(new MemoryStream(file), CancellationToken.None)).ShouldBe(ScanVerdict.Infected);
    }

    [TestCase(null, ScanVerdict.Away)]
    [TestCase("accept", ScanVerdict.AwayButTaken)]
    public async Task A_scanner_that_is_away_refuses_or_marks_as_the_city_chose(string? whenAway, object expected)
    {
        int port;
        using (var daemon = new FakeDaemon()) port = daemon.Port;
        (await Scanner(port, whenAway).ScanAsync(new MemoryStream([1]), CancellationToken.None)).ShouldBe((ScanVerdict)expected);
    }

    [Test]
    public async Task Without_a_host_there_is_no_scanner() =>
        (await new ClamAvScanner(new ConfigurationBuilder().Build(), NullLogger<ClamAvScanner>.Instance).ScanAsync(new MemoryStream([1]), CancellationToken.None))
        .ShouldBe(ScanVerdict.NoScanner);

    private static ClamAvScanner Scanner(int port, string? whenAway = null) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Evidence:Scanner:Host"] = "127.0.0.1",
            ["Evidence:Scanner:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Evidence:Scanner:TimeoutSeconds"] = "10",
            ["Evidence:Scanner:WhenAway"] = whenAway,
        }).Build(),
        NullLogger<ClamAvScanner>.Instance);

    /// <summary>Speaks INSTREAM as clamd does; what contains EICAR is infected.</summary>
    private sealed class FakeDaemon : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        internal FakeDaemon()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = ServeAsync();
        }

        internal int Port { get; }

        internal byte[] Received { get; private set; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            if (Encoding.ASCII.GetString(command) != "zINSTREAM\0") return;
            using var file = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
                if (chunk.Length == 0) break;
                await stream.ReadExactlyAsync(chunk);
                file.Write(chunk);
            }

            Received = file.ToArray();
            var infected = Encoding.ASCII.GetString(Received).Contains("EICAR", StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(infected ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"));
        }
    }
}
