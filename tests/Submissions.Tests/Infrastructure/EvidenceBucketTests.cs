using System.Collections.Concurrent;
using System.Security.Cryptography;
using LearningCity.Submissions.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningCity.Submissions.Tests.Infrastructure;

/// <summary>Against a store in this process that knows as much of S3 as the product uses: put, head, get, signed requests, a bucket in the path.</summary>
internal sealed class EvidenceBucketTests
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private WebApplication _server = null!;
    private EvidenceBucket _store = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
        _store = new EvidenceBucket(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Evidence:S3:ServiceUrl"] = _server.Urls.First(),
            ["Evidence:S3:Bucket"] = "minh-chung",
            ["Evidence:S3:AccessKey"] = "khoa",
            ["Evidence:S3:SecretKey"] = "bi-mat",
        }).Build());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _store.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task A_file_is_sent_once_when_it_is_kept_and_comes_back_whole()
    {
        var bytes = new byte[300_000];
        new Random(3).NextBytes(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        for (var i = 0; i < 2; i++)
        {
            using var file = (await _store.ReceiveAsync(new MemoryStream(bytes), 1_000_000, CancellationToken.None))!;
            (file.Hash, file.Size).ShouldBe((hash, bytes.Length));
            await file.KeepAsync(CancellationToken.None);
        }

        _objects[$"/minh-chung/evidence/{hash[..2]}/{hash}"].ShouldBe(bytes);
        _requests.Count(request => request == $"PUT /minh-chung/evidence/{hash[..2]}/{hash}").ShouldBe(1);
        await using var back = (await _store.OpenAsync(hash, CancellationToken.None))!;
        using var copy = new MemoryStream();
        await back.CopyToAsync(copy);
        copy.ToArray().ShouldBe(bytes);
    }

    [Test]
    public async Task What_is_too_large_or_not_kept_is_never_sent()
    {
        (await _store.ReceiveAsync(new MemoryStream(new byte[11]), 10, CancellationToken.None)).ShouldBeNull();
        string hash;
        using (var file = (await _store.ReceiveAsync(new MemoryStream("một tệp"u8.ToArray()), 100, CancellationToken.None))!) hash = file.Hash;
        _objects.Keys.ShouldNotContain($"/minh-chung/evidence/{hash[..2]}/{hash}");
        (await _store.OpenAsync(hash, CancellationToken.None)).ShouldBeNull();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _requests.Enqueue($"{context.Request.Method} {path}");
        if (!context.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=khoa/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (context.Request.Method == HttpMethods.Put)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _objects[path] = body.ToArray();
            return;
        }

        if (!_objects.TryGetValue(path, out var found))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = found.Length;
        context.Response.ContentType = "application/octet-stream";
        if (context.Request.Method == HttpMethods.Get) await context.Response.Body.WriteAsync(found);
    }
}
