using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>All committees that a unit ever had, latest first, with their seats.</summary>
internal sealed record ListCommitteesOfUnit(Guid UnitId, DateOnly AsOf) : IQuery<Result<IReadOnlyList<CommitteeView>>>;

/// <summary>A committee with its seats.</summary>
/// <param name="Committee">The committee; its last day is the unit's where that came first.</param>
/// <param name="Seats">In the order of the decision.</param>
/// <param name="InForce">Whether it is in force on the day asked for.</param>
internal sealed record CommitteeView(CommitteeSummary Committee, IReadOnlyList<SeatItem> Seats, bool InForce);

/// <summary>A seat.</summary>
internal sealed record SeatItem(SeatRole Role, string Office);

internal sealed class ListCommitteesOfUnitHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<ListCommitteesOfUnit, Result<IReadOnlyList<CommitteeView>>>
{
    public async Task<Result<IReadOnlyList<CommitteeView>>> Handle(ListCommitteesOfUnit request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var unit = await db.Units.AsNoTracking().Where(row => row.Id == request.UnitId).Select(row => new { row.ClosedOn }).FirstOrDefaultAsync(cancellationToken);
        if (unit is null) return UnitRegistryFailures.UnitNotFound;
        var rows = await db.Committees.AsNoTracking().Include(row => row.Seats).Where(row => row.UnitId == request.UnitId && row.SupersededAt == null)
            .OrderByDescending(row => row.ValidFrom).ThenBy(row => row.DecisionNumber).ToListAsync(cancellationToken);
        return rows.ConvertAll(row =>
        {
            var last = row.ValidTo is { } own && !(unit.ClosedOn < own) ? own : unit.ClosedOn;
            return new CommitteeView(
                new CommitteeSummary(row.Id, row.UnitId, row.DecisionNumber, row.DecidedOn, row.ValidFrom, last, row.HeadOffice, row.MemberCount),
                [.. row.Seats.OrderBy(seat => seat.Number).Select(seat => new SeatItem(seat.Role, seat.Office))],
                new Validity(row.ValidFrom, last).Contains(request.AsOf));
        });
    }
}
