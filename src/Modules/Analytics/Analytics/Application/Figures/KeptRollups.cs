using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>
/// Answers what was asked a moment ago out of memory, as long as the version of the period's figures is the same: an approval that was
/// folded is seen by the next reader, on every host. A few seconds bound what that version does not know of (a name, a committee).
/// </summary>
/// <remarks>Only for callers who may read everything: what others may read depends on the tree of today.</remarks>
internal sealed class KeptRollups(IAnalyticsDb db, ICurrentUser user, KeptPages kept) : IPipelineBehavior<GetRollups, Result<RollupPage>>
{
    public async Task<Result<RollupPage>> Handle(
        GetRollups request, RequestHandlerDelegate<Result<RollupPage>> next, CancellationToken cancellationToken)
    {
        if (request.TreeDate is not null || !user.ScopeOf(AnalyticsPermissions.ReadCode).Everywhere) return await next();
        var version = await db.Periods.Where(period => period.PeriodCode == request.Period).Select(period => (int?)period.Version)
            .FirstOrDefaultAsync(cancellationToken);
        if (version is null) return await next();
        if (kept.Find(request, version.Value) is { } page) return page;
        var answer = await next();
        if (answer.Succeeded) kept.Keep(request, version.Value, answer.Value);
        return answer;
    }
}

/// <summary>Pages of figures that this host answered with, each with the version that was current when it was asked for.</summary>
internal sealed class KeptPages : IDisposable
{
    /// <summary>Figures, not pages: about 1 KiB each.</summary>
    private const int MostFigures = 100_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostFigures });

    internal RollupPage? Find(GetRollups asked, int version) => _pages.Get<RollupPage>((asked, version));

    internal void Keep(GetRollups asked, int version, RollupPage page) => _pages.Set(
        (asked, version), page, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Longest, Size = page.Items.Count + 1 });

    public void Dispose() => _pages.Dispose();
}
