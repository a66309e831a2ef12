using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>What a unit still owes for open periods, and who answers for it once it has ended.</summary>
internal sealed record ReadHandOver(Guid UnitId) : IQuery<Result<HandOverView>>;

/// <summary>The hand-over of one unit.</summary>
/// <param name="Owed">Obligations for open periods that are not yet approved, its own and those that it reviews.</param>
/// <param name="TakenOverBy">Who answers for it; null while nobody was named.</param>
/// <param name="From">Since when.</param>
/// <param name="Note">What was said about it.</param>
internal sealed record HandOverView(IReadOnlyList<OwedLine> Owed, NamedUnit? TakenOverBy, DateOnly? From, string? Note);

/// <summary>One thing that is owed.</summary>
/// <param name="PeriodCode">Of the period.</param>
/// <param name="PeriodName">Of the period.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="DueOn">Last day on which it is on time.</param>
/// <param name="State">Of the report, in snake case; null for one that the unit only reviews.</param>
/// <param name="Reviews">True where the unit is to review it, not to write it.</param>
internal sealed record OwedLine(string PeriodCode, LocalText PeriodName, string SetCode, DateOnly DueOn, string? State, bool Reviews);

internal sealed class ReadHandOverHandler(IUnitRegistryDb db, ISender sender, Guardian guardian) : IQueryHandler<ReadHandOver, Result<HandOverView>>
{
    public async Task<Result<HandOverView>> Handle(ReadHandOver request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!await db.Units.AnyAsync(unit => unit.Id == request.UnitId, cancellationToken)) return UnitRegistryFailures.UnitNotFound;
        var obligations = await sender.Send(new FindOpenObligations([request.UnitId]), cancellationToken);
        var reports = (await sender.Send(new FindOpenReports([request.UnitId]), cancellationToken)).ToDictionary(report => report.ObligationId);
        var handOver = await db.HandOvers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.FromUnitId == request.UnitId && row.SupersededAt == null, cancellationToken);
        var owed = from line in obligations
                   where line.Reviews || reports.ContainsKey(line.ObligationId)
                   select new OwedLine(
                       line.PeriodCode, line.PeriodName, line.SetCode, line.DueOn, line.Reviews ? null : reports[line.ObligationId].State, line.Reviews);
        var taker = handOver is null ? null : await NamedAsync(handOver, cancellationToken);
        return new HandOverView([.. owed], taker, handOver?.From, handOver?.Note);
    }

    private async Task<NamedUnit> NamedAsync(HandOver handOver, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetUnits([handOver.ToUnitId], handOver.From), cancellationToken);
        return new NamedUnit(handOver.ToUnitId, found.Count == 0 ? new LocalText("", "") : found[0].Name);
    }
}
