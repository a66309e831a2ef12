using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Answers what the registry asks before units end: what they owe, or review, for periods that are open.</summary>
internal sealed class FindOpenObligationsHandler(IReportingPeriodsDb db) : IQueryHandler<FindOpenObligations, IReadOnlyList<OpenObligation>>
{
    /// <summary>Databases bound how many parameters one query takes.</summary>
    private const int BatchSize = 500;

    private static readonly bool[] OwesOrReviews = [false, true];

    public async Task<IReadOnlyList<OpenObligation>> Handle(FindOpenObligations request, CancellationToken cancellationToken)
    {
        var found = new List<OpenObligation>();
        foreach (var unitIds in request.UnitIds.Distinct().Chunk(BatchSize))
        {
            var rows = await (
                from obligation in db.Obligations.AsNoTracking()
                join period in db.Periods.AsNoTracking() on obligation.PeriodId equals period.Id
                where period.State == PeriodState.Open
                    && (unitIds.Contains(obligation.UnitId) || unitIds.Contains(obligation.ReviewerUnitId))
                orderby period.WindowTo, obligation.Number
                select new
                {
                    obligation.Id,
                    obligation.UnitId,
                    obligation.ReviewerUnitId,
                    period.Code,
                    period.NameVi,
                    period.NameEn,
                    obligation.SetCode,
                    DueOn = obligation.ExtendedTo ?? obligation.DueOn,
                }).ToListAsync(cancellationToken);
            found.AddRange(
                from row in rows
                from reviews in OwesOrReviews
                let unitId = reviews ? row.ReviewerUnitId : row.UnitId
                where unitIds.Contains(unitId)
                select new OpenObligation(row.Id, unitId, row.Code, new LocalText(row.NameVi, row.NameEn), row.SetCode, row.DueOn, reviews));
        }

        return found;
    }
}
