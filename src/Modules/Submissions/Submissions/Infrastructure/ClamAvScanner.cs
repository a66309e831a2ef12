using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using LearningCity.Submissions.Application;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>
/// Asks a ClamAV daemon over TCP with its command <c>INSTREAM</c>: chunks, each after its length in four bytes, big end first; a chunk of
/// length zero ends the file (clamd(8), "COMMANDS"). Configured by <c>Evidence:Scanner:Host</c>, <c>Port</c> (3310),
/// <c>TimeoutSeconds</c> (30) and <c>WhenAway</c>: <c>refuse</c> (the default) or <c>accept</c>. Without a host there is no scanner.
/// </summary>
internal sealed partial class ClamAvScanner(IConfiguration configuration, ILogger<ClamAvScanner> logger) : IVirusScanner
{
    private const int DefaultPort = 3310;
    private const int DefaultSeconds = 30;
    private const int ChunkSize = 64 * 1024;

    /// <summary>Answers are one line, such as <c>stream: Eicar-Test-Signature FOUND</c>.</summary>
    private const int LongestAnswer = 1024;

    private readonly string? _host = configuration["Evidence:Scanner:Host"];
    private readonly int _port = configuration.GetValue("Evidence:Scanner:Port", DefaultPort);
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(configuration.GetValue("Evidence:Scanner:TimeoutSeconds", DefaultSeconds));
    private readonly bool _takesUnscanned = configuration["Evidence:Scanner:WhenAway"] == "accept";

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(_host)) return ScanVerdict.NoScanner;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_timeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_host, _port, patience.Token);
            var answer = await AskAsync(client.GetStream(), content, patience.Token);
            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            {
                Found(answer);
                return ScanVerdict.Infected;
            }

            if (answer.EndsWith(": OK", StringComparison.Ordinal)) return ScanVerdict.Clean;
            Odd(answer);
        }
        catch (Exception exception) when (exception is SocketException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NoAnswer(exception, _host, _port);
        }

        return _takesUnscanned ? ScanVerdict.AwayButTaken : ScanVerdict.Away;
    }

    private static async Task<string> AskAsync(NetworkStream daemon, Stream content, CancellationToken cancellationToken)
    {
        await daemon.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(uint) + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(chunk.AsMemory(sizeof(uint)), cancellationToken);
            BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)read);
            await daemon.WriteAsync(chunk.AsMemory(0, sizeof(uint) + read), cancellationToken);
        }
        while (read > 0);

        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && (read = await daemon.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0) length += read;
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The virus scanner refused a file of evidence: {Answer}")]
    private partial void Found(string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner gave an answer that is none: {Answer}")]
    private partial void Odd(string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner at {Host}:{Port} does not answer")]
    private partial void NoAnswer(Exception exception, string host, int port);
}
