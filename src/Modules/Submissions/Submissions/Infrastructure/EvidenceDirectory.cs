using System.Security.Cryptography;
using LearningCity.BuildingBlocks;
using LearningCity.Submissions.Application;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>
/// Evidence in a directory under the data directory (<c>Data:Directory</c>), by content hash. A file is written beside its place, flushed
/// to the disk and then renamed: what a row of the database names is there whole, whatever happens in between.
/// </summary>
internal sealed class EvidenceDirectory(IConfiguration configuration) : IEvidenceStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string _folder = Path.Combine(configuration["Data:Directory"] ?? "data", "evidence");

    public async Task<ReceivedFile?> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(_folder, "incoming");
        Directory.CreateDirectory(incoming);
        var path = Path.Combine(incoming, Ids.New().ToString("N"));
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
        try
        {
            var hash = await CopyAsync(content, file, mostBytes, cancellationToken);
            if (hash is not null)
            {
                file.Flush(flushToDisk: true);
                return new Received(this, file, path, hash);
            }
        }
        catch
        {
            Remove(file, path);
            throw;
        }

        Remove(file, path);
        return null;
    }

    public Task<Stream?> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        var path = PathOf(hash);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous)
            : null);
    }

    private static async Task<string?> CopyAsync(Stream from, FileStream to, long mostBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (to.Length + read > mostBytes) return null;
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Remove(FileStream file, string path)
    {
        file.Dispose();
        File.Delete(path);
    }

    /// <summary>Hashes name places; nothing that a user typed does.</summary>
    private string PathOf(string hash) => Path.Combine(_folder, hash[..2], hash);

    private sealed class Received(EvidenceDirectory store, FileStream file, string path, string hash) : ReceivedFile
    {
        private bool _kept;

        internal override string Hash => hash;

        internal override long Size { get; } = file.Length;

        internal override Stream Content => file;

        internal override Task KeepAsync(CancellationToken cancellationToken)
        {
            var place = store.PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (File.Exists(place)) return Task.CompletedTask;
            try
            {
                File.Move(path, place);
                _kept = true;
            }
            catch (IOException) when (File.Exists(place))
            {
                // Somebody else attached the same file at this moment.
            }

            return Task.CompletedTask;
        }

        public override void Dispose()
        {
            file.Dispose();
            if (!_kept) File.Delete(path);
        }
    }
}
