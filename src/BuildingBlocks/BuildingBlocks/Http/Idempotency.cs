using System.Security.Cryptography;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Http;

/// <summary>
/// <c>Idempotency-Key</c>: a request that is sent twice is carried out once and answered twice. The key is saved in the transaction of
/// the change; the answer after it. Should the host die between the two, a repetition is refused rather than carried out again.
/// </summary>
public static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private const int LongestStoredBody = 64 * 1024;

    /// <summary>Lets callers of this endpoint send an <c>Idempotency-Key</c>.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="keepBody">False where the answer holds a secret that must not be stored: a repetition then gets status and location alone.</param>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder builder, bool keepBody = true) =>
        builder.AddEndpointFilter((context, next) => FilterAsync(context, next, keepBody));

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, bool keepBody)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0) return await next(context);
        if (key.Length > LongestKey) return new[] { PlatformFailures.InvalidParameter.On(Header, Header) }.ToHttp();

        var services = http.RequestServices;
        var callerId = services.GetRequiredService<ICurrentUser>().Id;
        var hash = await HashAsync(http);
        var db = services.GetRequiredService<PlatformDbContext>();
        if (await FindAsync(db, callerId, key, http.RequestAborted) is { } earlier) return Repeat(earlier, hash, http);

        services.GetRequiredService<RequestContext>().Idempotency = (key, hash);
        object? answer;
        try
        {
            answer = await next(context);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The same request arrived twice at once; if it was another unique key, this is no matter of idempotency.
            if (await FindAsync(db, callerId, key, http.RequestAborted) is not { } winner) throw;
            return Repeat(winner, hash, http);
        }

        return answer is IResult result ? new RecordedResult(result, db, callerId, key, keepBody) : answer;
    }

    private static Task<IdempotencyRecord?> FindAsync(PlatformDbContext db, Guid callerId, string key, CancellationToken cancellationToken) =>
        db.Set<IdempotencyRecord>().AsNoTracking().FirstOrDefaultAsync(r => r.CallerId == callerId && r.Key == key, cancellationToken);

    private static IResult Repeat(IdempotencyRecord earlier, string hash, HttpContext http)
    {
        if (earlier.RequestHash != hash) return new[] { PlatformFailures.IdempotencyKeyReused.On(Header) }.ToHttp();
        if (earlier.Status is not { } status) return new[] { PlatformFailures.IdempotencyInProgress.On(Header) }.ToHttp();
        if (earlier.Location is not null) http.Response.Headers.Location = earlier.Location;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        return earlier.Body is null
            ? TypedResults.StatusCode(status)
            : TypedResults.Text(earlier.Body, "application/json", statusCode: status);
    }

    private static async Task<string> HashAsync(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));

        // The body was read by binding; the host lets it be read again where a key came with it.
        if (http.Request.Body.CanSeek)
        {
            http.Request.Body.Position = 0;
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0) hash.AppendData(buffer, 0, read);
            http.Request.Body.Position = 0;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Sends an answer and keeps it for a repetition.</summary>
    private sealed class RecordedResult(IResult inner, PlatformDbContext db, Guid callerId, string key, bool keepBody) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var wire = httpContext.Response.Body;
            using var copy = new MemoryStream();
            httpContext.Response.Body = copy;
            try
            {
                await inner.ExecuteAsync(httpContext);
            }
            finally
            {
                httpContext.Response.Body = wire;
            }

            await KeepAsync(httpContext, copy);
            copy.Position = 0;
            await copy.CopyToAsync(wire, httpContext.RequestAborted);
        }

        private async Task KeepAsync(HttpContext http, MemoryStream copy)
        {
            var status = http.Response.StatusCode;
            if (status is < 200 or > 299 || copy.Length > LongestStoredBody) return;
            var body = copy.Length == 0 || !keepBody ? null : System.Text.Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length);
            var location = http.Response.Headers.Location.ToString();
            using var pass = await db.Services.Gate.EnterAsync(http.RequestAborted);
            await db.Set<IdempotencyRecord>().Where(r => r.CallerId == callerId && r.Key == key).ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.Status, status)
                    .SetProperty(r => r.Location, location.Length == 0 ? null : location)
                    .SetProperty(r => r.Body, body),
                http.RequestAborted);
        }
    }
}
