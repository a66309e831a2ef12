using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Committees in force on a day, by the names of their units; of one unit alone, if one is named.</summary>
internal sealed record ListCommittees(DateOnly AsOf, Guid? UnitId, string? Cursor, int? Limit) : IQuery<Result<Page<CommitteeListItem>>>;

/// <summary>A committee of a unit.</summary>
internal sealed record CommitteeListItem(NamedUnit Unit, string UnitCode, CommitteeSummary Committee);

/// <summary>A committee on record.</summary>
internal sealed record CommitteeSummary(
    Guid Id, Guid UnitId, string DecisionNumber, DateOnly DecidedOn, DateOnly ValidFrom, DateOnly? ValidTo, string HeadOffice, int? MemberCount);

internal sealed class ListCommitteesHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<ListCommittees, Result<Page<CommitteeListItem>>>
{
    public async Task<Result<Page<CommitteeListItem>>> Handle(ListCommittees request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after) || after is not (null or { Sort: not null, Code: not null, Decision: not null })) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var day = request.AsOf;
        var rows = from state in db.States.AsNoTracking().On(day)
                   join committee in db.Committees.AsNoTracking() on state.UnitId equals committee.UnitId
                   where committee.SupersededAt == null && committee.ValidFrom <= day && (committee.ValidTo == null || committee.ValidTo >= day)
                   select new { state, committee };
        if (request.UnitId is { } unitId) rows = rows.Where(row => row.state.UnitId == unitId);
        if (after is not null)
        {
            var (sort, code, decision) = (after.Sort!, after.Code!, after.Decision!);
            rows = rows.Where(row => row.state.Sort.CompareTo(sort) > 0
                || (row.state.Sort == sort && (row.state.Code.CompareTo(code) > 0
                    || (row.state.Code == code && row.committee.DecisionNumber.CompareTo(decision) > 0))));
        }

        var found = await rows.OrderBy(row => row.state.Sort).ThenBy(row => row.state.Code).ThenBy(row => row.committee.DecisionNumber)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(found, limit, row => new Place(row.state.Sort, row.state.Code, row.committee.DecisionNumber));
        return new Page<CommitteeListItem>(
            [.. page.Items.Select(row => new CommitteeListItem(
                new NamedUnit(row.state.UnitId, new LocalText(row.state.NameVi, row.state.NameEn)), row.state.Code,
                new CommitteeSummary(
                    row.committee.Id, row.committee.UnitId, row.committee.DecisionNumber, row.committee.DecidedOn, row.committee.ValidFrom,
                    row.committee.ValidTo, row.committee.HeadOffice, row.committee.MemberCount)))],
            page.NextCursor);
    }

    private sealed record Place(string? Sort, string? Code, string? Decision);
}
