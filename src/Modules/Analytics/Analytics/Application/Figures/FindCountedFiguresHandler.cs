using System.Collections.ObjectModel;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Answers what a unit's form shows of the registry and of the reporting: the live figure, in its unit of measure.</summary>
internal sealed class FindCountedFiguresHandler(PeriodFrames frames, FigureReader reader)
    : IQueryHandler<FindCountedFigures, IReadOnlyDictionary<Guid, decimal>>
{
    public async Task<IReadOnlyDictionary<Guid, decimal>> Handle(FindCountedFigures request, CancellationToken cancellationToken)
    {
        if (await frames.FindCurrentAsync(request.PeriodId, cancellationToken) is not { } frame || frame.Rollup.UnitOf(request.UnitId) < 0)
            return ReadOnlyDictionary<Guid, decimal>.Empty;
        var states = await reader.ReadAsync(frame, UnitRelation.LiesIn, [request.UnitId], cancellationToken);
        var counted = new Dictionary<Guid, decimal>();
        for (var place = 0; place < frame.Indicators.Count; place++)
        {
            var indicator = frame.Indicators[place];
            if (indicator.RegistryCount is null && indicator.ReportingCount is null) continue;
            if (FigureReader.ItemOf(states, request.UnitId, place).Value is { } value) counted.Add(indicator.Id, value);
        }

        return counted;
    }
}
