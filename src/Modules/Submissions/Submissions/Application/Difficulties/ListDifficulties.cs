using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>Which of the difficulties and proposals a list shows.</summary>
internal sealed record DifficultyFilter
{
    /// <summary>Of one kind.</summary>
    public DifficultyKind? Kind { get; init; }

    /// <summary>In one state.</summary>
    public DifficultyState? State { get; init; }

    /// <summary>Only those on which somebody is still to act, or only those that are answered or settled.</summary>
    public bool? Open { get; init; }

    /// <summary>Raised by a unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Held by a unit.</summary>
    public Guid? HolderUnitId { get; init; }

    /// <summary>Of a theme.</summary>
    public Guid? ThemeId { get; init; }

    /// <summary>Put to a meeting.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>Raised with a submission.</summary>
    public Guid? SubmissionId { get; init; }

    /// <summary>Raised so many days ago or more.</summary>
    public int? OlderThanDays { get; init; }
}

/// <summary>Difficulties and proposals within the caller's scope, the oldest first.</summary>
internal sealed record ListDifficulties(DifficultyFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<DifficultyItem>>>;

/// <summary>A difficulty or proposal in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="UnitId">Who raised it.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="HolderUnitId">Who is to act.</param>
/// <param name="HolderName">Its name today.</param>
/// <param name="SetCode">The criteria set of its subject.</param>
/// <param name="SubjectCode">Code of the content area or indicator that it is about.</param>
/// <param name="Subject">Its name when it was raised.</param>
/// <param name="ThemeId">The theme it is in.</param>
/// <param name="MeetingId">The meeting it was last put to.</param>
/// <param name="SubmissionId">The submission with which it was raised.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="HeldSince">Since when its holder has it.</param>
/// <param name="AgeDays">Days since it was raised; of a settled one, until it was settled.</param>
/// <param name="SettledAt">When it was settled.</param>
internal sealed record DifficultyItem(
    Guid Id, string Code, int Version, DifficultyKind Kind, DifficultyState State, string Text, Guid UnitId, LocalText UnitName, Guid HolderUnitId,
    LocalText HolderName, string? SetCode, string? SubjectCode, LocalText? Subject, Guid? ThemeId, Guid? MeetingId, Guid? SubmissionId,
    DateTimeOffset RaisedAt, DateTimeOffset HeldSince, int AgeDays, DateTimeOffset? SettledAt);

internal sealed class ListDifficultiesHandler(
    ISubmissionsDb db, Guardian guardian, DifficultyAccess access, DifficultyItems items, TimeProvider clock)
    : IQueryHandler<ListDifficulties, Result<Page<DifficultyItem>>>
{
    private const int MostDays = 36_500;

    public async Task<Result<Page<DifficultyItem>>> Handle(ListDifficulties request, CancellationToken cancellationToken)
    {
        if (guardian.Require(SubmissionsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var list = Filtered(access.Readable(db.Difficulties.AsNoTracking()), request.Filter);
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            list = list.Where(d => d.RaisedAt > after.RaisedAt || (d.RaisedAt == after.RaisedAt
                && (string.Compare(d.UnitCode, after.UnitCode) > 0 || (d.UnitCode == after.UnitCode && d.Number > after.Number))));
#pragma warning restore CA1309
        }

        var rows = await list.OrderBy(d => d.RaisedAt).ThenBy(d => d.UnitCode).ThenBy(d => d.Number)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, d => new Place(d.RaisedAt, d.UnitCode, d.Number));
        return new Page<DifficultyItem>(await items.OfAsync(page.Items, cancellationToken), page.NextCursor);
    }

    private IQueryable<Difficulty> Filtered(IQueryable<Difficulty> list, DifficultyFilter filter)
    {
        if (filter.Kind is { } kind) list = list.Where(d => d.Kind == kind);
        if (filter.State is { } state) list = list.Where(d => d.State == state);
        if (filter.Open is { } open)
            list = list.Where(d => (d.State != DifficultyState.Answered && d.State != DifficultyState.Settled) == open);
        if (filter.UnitId is { } unitId) list = list.Where(d => d.UnitId == unitId);
        if (filter.HolderUnitId is { } holderUnitId) list = list.Where(d => d.HolderUnitId == holderUnitId);
        if (filter.ThemeId is { } themeId) list = list.Where(d => d.ThemeId == themeId);
        if (filter.MeetingId is { } meetingId) list = list.Where(d => d.MeetingId == meetingId);
        if (filter.SubmissionId is { } submissionId) list = list.Where(d => d.SubmissionId == submissionId);
        if (filter.OlderThanDays is { } days)
        {
            var before = CityTime.Today(clock).AddDays(-Math.Clamp(days, 0, MostDays));
            list = list.Where(d => d.RaisedOn <= before);
        }

        return list;
    }

    internal sealed record Place(DateTimeOffset RaisedAt, string UnitCode, int Number);
}

/// <summary>Shows difficulties with the names of their units: one question for a page.</summary>
internal sealed class DifficultyItems(Names names, TimeProvider clock)
{
    internal async Task<IReadOnlyList<DifficultyItem>> OfAsync(IReadOnlyList<Difficulty> rows, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var units = await names.UnitsAsync(rows.SelectMany(d => (Guid[])[d.UnitId, d.HolderUnitId]), today, cancellationToken);
        return [.. rows.Select(d => new DifficultyItem(
            d.Id, d.Code, d.Version, d.Kind, d.State, d.Text, d.UnitId, units[d.UnitId].Name, d.HolderUnitId, units[d.HolderUnitId].Name,
            d.SetCode, d.SubjectCode, d.Subject, d.ThemeId, d.MeetingId, d.SubmissionId, d.RaisedAt, d.HeldSince,
            (d.SettledAt is { } settled ? CityTime.DayOf(settled) : today).DayNumber - d.RaisedOn.DayNumber, d.SettledAt))];
    }
}
