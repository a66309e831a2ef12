using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Answers what meetings ask: which briefings there are, to name the one that was used.</summary>
internal sealed class DescribeBriefingsHandler(IAnalyticsDb db) : IQueryHandler<DescribeBriefings, IReadOnlyList<BriefingRef>>
{
    private const int Most = 30;

    public async Task<IReadOnlyList<BriefingRef>> Handle(DescribeBriefings request, CancellationToken cancellationToken)
    {
        var made = db.Briefings.AsNoTracking().Where(briefing => briefing.State == BriefingState.Made);
        if (request.BriefingIds is { } asked)
        {
            var ids = asked.Distinct().Take(Most).ToArray();
            made = made.Where(briefing => ids.Contains(briefing.Id));
        }

        return await made.OrderByDescending(briefing => briefing.RequestedAt).Take(Most)
            .Select(briefing => new BriefingRef(briefing.Id, briefing.PeriodCode, briefing.RootUnitId, briefing.MadeAt!.Value))
            .ToListAsync(cancellationToken);
    }
}
