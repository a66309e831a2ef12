using FluentValidation;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>An obligation in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Its number within the period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">The unit's code on the reference date.</param>
/// <param name="UnitName">The unit's name on the reference date.</param>
/// <param name="UnitType">The unit's type on the reference date, as known at opening.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="CellCount">How many indicators it owes.</param>
/// <param name="ReviewerUnitId">Who reviews.</param>
/// <param name="ReviewerName">Name of the body that reviews.</param>
/// <param name="DueOn">Due date of its tier.</param>
/// <param name="ExtendedTo">A later day for this unit alone.</param>
/// <param name="State"><c>due</c>, <c>late</c> or <c>submitted</c>.</param>
/// <param name="CarriedByUnitId">The unit that took it over when the unit ended in mid-period.</param>
internal sealed record ObligationItem(
    Guid Id, int Number, Guid UnitId, string UnitCode, LocalText UnitName, string UnitType, string SetCode, int CellCount,
    Guid ReviewerUnitId, LocalText ReviewerName, DateOnly DueOn, DateOnly? ExtendedTo, string State, Guid? CarriedByUnitId);

/// <summary>Obligations of a period within the caller's scope on its reference date, in order of their numbers.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="UnitId">Only of this unit.</param>
/// <param name="UnitType">Only of units of this type.</param>
/// <param name="State">Only <c>due</c>, <c>late</c>, <c>submitted</c> or <c>extended</c> ones.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Most items.</param>
internal sealed record ReadObligations(string PeriodCode, Guid? UnitId, string? UnitType, string? State, string? Cursor, int? Limit)
    : IQuery<Result<Page<ObligationItem>>>;

internal sealed class ReadObligationsValidator : AbstractValidator<ReadObligations>
{
    internal static readonly IReadOnlyList<string> States = ["due", "late", "submitted", "extended"];

    public ReadObligationsValidator()
    {
        RuleFor(q => q.State).Must(state => string.IsNullOrEmpty(state) || States.Contains(state))
            .Say("Trạng thái phải là due, late, submitted hoặc extended.", "The state must be due, late, submitted or extended.");
        RuleFor(q => q.UnitType)
            .Must(type => string.IsNullOrEmpty(type) || BuildingBlocks.Data.SnakeCase.TryParse<UnitType>(type, out _))
            .Say("Loại đơn vị không có trong danh mục (ví dụ: ward, high_school).", "Use a known type of unit, such as ward or high_school.");
    }
}

internal sealed class ReadObligationsHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock, ISender sender)
    : IQueryHandler<ReadObligations, Result<Page<ObligationItem>>>
{
    public async Task<Result<Page<ObligationItem>>> Handle(ReadObligations request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PeriodCode, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.PeriodCode);
        var submitted = await sender.Send(new FindSubmittedObligations(period.Id), cancellationToken);
        var limit = Cursor.Limit(request.Limit);
        var rows = await RowsAsync(request, period, submitted, after?.Number ?? 0, limit + 1, cancellationToken);
        var names = await NamesAsync(rows, period.WindowTo, cancellationToken);
        var today = CityTime.Today(clock);
        return Cursor.Page(rows.ConvertAll(row => Show(row, names, submitted, today)), limit, item => new Place(item.Number));
    }

    /// <summary>
    /// Whether a unit handed in is known to another module: where the filter asks for it, rows are read on until enough of them pass.
    /// </summary>
    private async Task<List<Row>> RowsAsync(
        ReadObligations request, ReportingPeriod period, IReadOnlySet<Guid> submitted, int after, int wanted,
        CancellationToken cancellationToken)
    {
        const int ReadAtOnce = 1000;
        var found = new List<Row>();
        var filtersBySubmission = request.State is "late" or "due" or "submitted";
        while (true)
        {
            var take = filtersBySubmission ? ReadAtOnce : wanted;
            var rows = await (
                from o in Filtered(request, period).Where(o => o.Number > after)
                join list in db.CellLists on o.CellListId equals list.Id
                orderby o.Number
                select new Row(o, list.Count)).Take(take).ToListAsync(cancellationToken);
            found.AddRange(filtersBySubmission
                ? rows.Where(row => submitted.Contains(row.Obligation.Id) == (request.State == "submitted"))
                : rows);
            if (found.Count >= wanted) return found[..wanted];
            if (rows.Count < take) return found;
            after = rows[^1].Obligation.Number;
        }
    }

    private IQueryable<UnitObligation> Filtered(ReadObligations request, ReportingPeriod period)
    {
        var today = CityTime.Today(clock);
        var some = db.Obligations.AsNoTracking().Where(o => o.PeriodId == period.Id)
            .WithinScope(db.UnitPlaces, user.ScopeOf(ReportingPeriodsPermissions.Read.Code), o => o.UnitId, period.WindowTo);
        if (request.UnitId is { } unitId) some = some.Where(o => o.UnitId == unitId);
        if (!string.IsNullOrEmpty(request.UnitType)) some = some.Where(o => o.UnitType == request.UnitType);
        return request.State switch
        {
            "late" => some.Where(o => (o.ExtendedTo ?? o.DueOn) < today),
            "due" => some.Where(o => (o.ExtendedTo ?? o.DueOn) >= today),
            "extended" => some.Where(o => o.ExtendedTo != null),
            _ => some,
        };
    }

    private async Task<Dictionary<Guid, UnitSummary>> NamesAsync(List<Row> rows, DateOnly on, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Obligation.UnitId).Concat(rows.Select(row => row.Obligation.ReviewerUnitId)).Distinct().ToList();
        return (await sender.Send(new GetUnits(ids, on), cancellationToken)).ToDictionary(unit => unit.Id);
    }

    private static ObligationItem Show(
        Row row, Dictionary<Guid, UnitSummary> names, IReadOnlySet<Guid> submitted, DateOnly today)
    {
        var o = row.Obligation;
        var unit = names.GetValueOrDefault(o.UnitId);
        var state = submitted.Contains(o.Id) ? "submitted" : o.EffectiveDueOn < today ? "late" : "due";
        return new ObligationItem(
            o.Id, o.Number, o.UnitId, unit?.Code ?? "", unit?.Name ?? Unknown, o.UnitType, o.SetCode, row.CellCount,
            o.ReviewerUnitId, names.GetValueOrDefault(o.ReviewerUnitId)?.Name ?? Unknown, o.DueOn, o.ExtendedTo, state,
            o.CarriedByUnitId);
    }

    private static readonly LocalText Unknown = new("(chưa rõ)", "(unknown)");

    internal sealed record Place(int Number);

    private sealed record Row(UnitObligation Obligation, int CellCount);
}
