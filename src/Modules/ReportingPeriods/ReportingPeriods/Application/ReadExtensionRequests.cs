using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>A unit's request for more time, as units and managers see it.</summary>
/// <param name="Id">Key.</param>
/// <param name="ObligationId">What it is about.</param>
/// <param name="PeriodCode">The period.</param>
/// <param name="UnitId">Who asks.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="DueOn">The present due date.</param>
/// <param name="WantedTo">The day that is asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="State"><c>asked</c>, <c>granted</c> or <c>refused</c>.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="AnsweredAt">When it was answered.</param>
internal sealed record ExtensionRequestItem(
    Guid Id, Guid ObligationId, string PeriodCode, Guid UnitId, LocalText UnitName, DateOnly DueOn, DateOnly WantedTo, string Reason,
    string State, string? Answer, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt);

/// <summary>Requests of the units within the caller's scope of today, those that wait first, then the latest first.</summary>
internal sealed record ReadExtensionRequests(string? Cursor, int? Limit) : IQuery<Result<Page<ExtensionRequestItem>>>;

internal sealed class ReadExtensionRequestsHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock, ISender sender)
    : IQueryHandler<ReadExtensionRequests, Result<Page<ExtensionRequestItem>>>
{
    public async Task<Result<Page<ExtensionRequestItem>>> Handle(ReadExtensionRequests request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var today = CityTime.Today(clock);
        var some = db.ExtensionRequests.AsNoTracking()
            .WithinScope(db.UnitPlaces, user.ScopeOf(ReportingPeriodsPermissions.Read.Code), r => r.UnitId, today);
        var rows =
            from r in some
            join o in db.Obligations.AsNoTracking() on r.ObligationId equals o.Id
            join p in db.Periods.AsNoTracking() on r.PeriodId equals p.Id
            select new { Request = r, Settled = r.State == RequestState.Asked ? 0 : 1, Due = o.ExtendedTo ?? o.DueOn, p.Code, o.Number };
        if (after is not null)
        {
            rows = rows.Where(x => x.Settled > after.Settled || (x.Settled == after.Settled && (x.Request.AskedAt < after.AskedAt
                || (x.Request.AskedAt == after.AskedAt && (x.Number > after.Number
                    || (x.Number == after.Number && x.Request.Number < after.RequestNumber))))));
        }

        var page = await rows.OrderBy(x => x.Settled).ThenByDescending(x => x.Request.AskedAt).ThenBy(x => x.Number)
            .ThenByDescending(x => x.Request.Number)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var units = await sender.Send(new GetUnits([.. page.Select(x => x.Request.UnitId).Distinct()], today), cancellationToken);
        var names = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var numbers = page.ToDictionary(x => x.Request.Id, x => new Place(x.Settled, x.Request.AskedAt, x.Number, x.Request.Number));
        return Cursor.Page(
            page.ConvertAll(x => new ExtensionRequestItem(
                x.Request.Id, x.Request.ObligationId, x.Code, x.Request.UnitId,
                names.GetValueOrDefault(x.Request.UnitId) ?? new LocalText("(chưa rõ)", "(unknown)"), x.Due, x.Request.WantedTo,
                x.Request.Reason, SnakeCase.Of(x.Request.State), x.Request.Answer, x.Request.AskedAt, x.Request.AnsweredAt)),
            limit, item => numbers[item.Id]);
    }

    internal sealed record Place(int Settled, DateTimeOffset AskedAt, int Number, int RequestNumber);
}
