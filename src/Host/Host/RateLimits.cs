using System.Threading.RateLimiting;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Host;

/// <summary>
/// Limits requests per caller, so that one client cannot take the deadline day from the others. People of one office share an address,
/// so whoever is signed in is counted by name; only the others by address.
/// </summary>
internal static class RateLimits
{
    private const int DefaultPerMinute = 6000;
    private const int DefaultAnonymousPerMinute = 600;

    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var perCaller = configuration.GetValue("RateLimits:PerCallerPerMinute", DefaultPerMinute);
        var anonymous = configuration.GetValue("RateLimits:AnonymousPerMinute", DefaultAnonymousPerMinute);
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            {
                var user = context.RequestServices.GetRequiredService<ICurrentUser>();
                return user.IsSignedIn
                    ? Bucket(user.Id.ToString("N"), perCaller)
                    : Bucket(context.Connection.RemoteIpAddress?.ToString() ?? "", anonymous);
            });
            limits.OnRejected = (rejected, _) => new ValueTask(Problems.WriteAsync(rejected.HttpContext, PlatformFailures.TooManyRequests));
        });
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });
}
