using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LearningCity.BuildingBlocks;
using LearningCity.Submissions.Application;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>
/// Evidence in a bucket of an S3-compatible store, by content hash, so that all hosts see it. A file is received beside the store, looked
/// at there, and sent only when it is kept. Configured by <c>Evidence:S3:ServiceUrl</c>, <c>Bucket</c>, <c>AccessKey</c>,
/// <c>SecretKey</c>, and where needed <c>Region</c> and <c>Prefix</c>.
/// </summary>
internal sealed class EvidenceBucket : IEvidenceStore, IDisposable
{
    private const int BufferSize = 128 * 1024;
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    public EvidenceBucket(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Evidence:S3");
        string Required(string name) => settings[name] ?? throw new InvalidOperationException($"Evidence:S3:{name} is missing.");
        (_bucket, _prefix) = (Required("Bucket"), settings["Prefix"] ?? "evidence");
        _client = new AmazonS3Client(
            new BasicAWSCredentials(Required("AccessKey"), Required("SecretKey")),
            new AmazonS3Config
            {
                ServiceURL = Required("ServiceUrl"),
                AuthenticationRegion = settings["Region"] ?? "us-east-1",
                ForcePathStyle = true,

                // Stores other than Amazon's do not know the newer checksums; the name of an object is its hash anyway.
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    public void Dispose() => _client.Dispose();

    public async Task<ReceivedFile?> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancellationToken)
    {
        // Gone with its handle, whatever happens.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"evidence-{Ids.New():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Length + read > mostBytes)
                {
                    await file.DisposeAsync();
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return new Received(this, file, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public async Task<Stream?> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetObjectAsync(_bucket, KeyOf(hash), cancellationToken)).ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task KeepAsync(FileStream file, string hash, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(hash, cancellationToken)) return;
        file.Position = 0;
        await _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = KeyOf(hash),
                InputStream = file,
                AutoCloseStream = false,
                UseChunkEncoding = false,
                ContentType = "application/octet-stream",
            },
            cancellationToken);
    }

    private async Task<bool> ExistsAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_bucket, KeyOf(hash), cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Hashes name places; nothing that a user typed does.</summary>
    private string KeyOf(string hash) => $"{_prefix}/{hash[..2]}/{hash}";

    private sealed class Received(EvidenceBucket store, FileStream file, string hash) : ReceivedFile
    {
        internal override string Hash => hash;

        internal override long Size { get; } = file.Length;

        internal override Stream Content => file;

        internal override Task KeepAsync(CancellationToken cancellationToken) => store.KeepAsync(file, hash, cancellationToken);

        public override void Dispose() => file.Dispose();
    }
}
