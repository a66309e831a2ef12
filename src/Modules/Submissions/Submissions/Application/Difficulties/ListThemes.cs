using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>Themes that the caller's units keep, or that hold something that the caller may read; the newest first, with counts.</summary>
internal sealed record ListThemes(string? Cursor, int? Limit) : IQuery<Result<Page<ThemeItem>>>;

/// <summary>One theme.</summary>
internal sealed record GetTheme(Guid Id) : IQuery<Result<ThemeItem>>;

/// <summary>A theme with counts of what the caller may read of it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="Name">What it is about.</param>
/// <param name="UnitId">The tier that keeps it.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="MadeAt">When it was opened.</param>
/// <param name="Total">Difficulties and proposals in it.</param>
/// <param name="Open">Those on which somebody is still to act.</param>
/// <param name="Settled">Those that are settled.</param>
/// <param name="Units">How many units raised them.</param>
/// <param name="OldestRaisedAt">When the oldest open one was raised.</param>
/// <param name="MayKeep">Whether the caller may group into it and settle it.</param>
internal sealed record ThemeItem(
    Guid Id, int Version, string Name, Guid UnitId, LocalText UnitName, DateTimeOffset MadeAt, int Total, int Open, int Settled, int Units,
    DateTimeOffset? OldestRaisedAt, bool MayKeep);

internal sealed class ThemesHandler(
    ISubmissionsDb db, Guardian guardian, ICurrentUser user, DifficultyAccess access, Names names, TimeProvider clock)
    : IQueryHandler<ListThemes, Result<Page<ThemeItem>>>, IQueryHandler<GetTheme, Result<ThemeItem>>
{
    public async Task<Result<Page<ThemeItem>>> Handle(ListThemes request, CancellationToken cancellationToken)
    {
        if (guardian.Require(SubmissionsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var themes = Readable();
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            themes = themes.Where(t => t.MadeAt < after.MadeAt || (t.MadeAt == after.MadeAt
                && (string.Compare(t.UnitCode, after.UnitCode) > 0 || (t.UnitCode == after.UnitCode && t.Number > after.Number))));
#pragma warning restore CA1309
        }

        var rows = await themes.OrderByDescending(t => t.MadeAt).ThenBy(t => t.UnitCode).ThenBy(t => t.Number)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, t => new Place(t.MadeAt, t.UnitCode, t.Number));
        return new Page<ThemeItem>(await ShowAsync(page.Items, cancellationToken), page.NextCursor);
    }

    public async Task<Result<ThemeItem>> Handle(GetTheme request, CancellationToken cancellationToken)
    {
        if (guardian.Require(SubmissionsPermissions.Read) is { Succeeded: false } refused) return refused;
        var theme = await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.Id, cancellationToken);
        if (theme is null) return DifficultyFailures.ThemeNotFound;
        if (!await Readable().AnyAsync(t => t.Id == request.Id, cancellationToken)) return PlatformFailures.NotAllowed;
        return (await ShowAsync([theme], cancellationToken))[0];
    }

    private IQueryable<DifficultyTheme> Readable()
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReadCode);
        if (scope.Everywhere) return db.Themes.AsNoTracking();
        var roots = scope.UnitIds;
        var readable = access.Readable(db.Difficulties.AsNoTracking());
        return db.Themes.AsNoTracking().Where(t => roots.Contains(t.UnitId) || readable.Any(d => d.ThemeId == t.Id));
    }

    private async Task<IReadOnlyList<ThemeItem>> ShowAsync(IReadOnlyList<DifficultyTheme> themes, CancellationToken cancellationToken)
    {
        var ids = themes.Select(t => (Guid?)t.Id).ToArray();
        var counts = await access.Readable(db.Difficulties.AsNoTracking()).Where(d => ids.Contains(d.ThemeId))
            .GroupBy(d => new { d.ThemeId, d.UnitId, d.State })
            .Select(group => new { group.Key.ThemeId, group.Key.UnitId, group.Key.State, Count = group.Count(), Oldest = group.Min(d => d.RaisedAt) })
            .ToListAsync(cancellationToken);
        var ofTheme = counts.ToLookup(count => count.ThemeId);
        var units = await names.UnitsAsync(themes.Select(t => t.UnitId), CityTime.Today(clock), cancellationToken);
        var shown = new List<ThemeItem>();
        foreach (var theme in themes)
        {
            var members = ofTheme[theme.Id].ToList();
            var open = members.Where(m => m.State is not (DifficultyState.Answered or DifficultyState.Settled)).ToList();
            shown.Add(new ThemeItem(
                theme.Id, theme.Version, theme.Name, theme.UnitId, units[theme.UnitId].Name, theme.MadeAt, members.Sum(m => m.Count),
                open.Sum(m => m.Count), members.Where(m => m.State == DifficultyState.Settled).Sum(m => m.Count),
                members.Select(m => m.UnitId).Distinct().Count(), open.Count == 0 ? null : open.Min(m => m.Oldest),
                (await guardian.RequireAsync(SubmissionsPermissions.Answer, theme.UnitId, cancellationToken)).Succeeded));
        }

        return shown;
    }

    internal sealed record Place(DateTimeOffset MadeAt, string UnitCode, int Number);
}
