using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.Analytics.Ui;

/// <summary>Which indicators of an overview moved, and which did not: the same on the dashboard as in the briefing.</summary>
internal static class Movers
{
    private const int Most = 5;

    /// <summary>Those that became better, the largest change first; nothing that rests on fewer than four fifths of the answers.</summary>
    internal static IReadOnlyList<IndicatorLine> Improved(Overview overview) =>
        [.. overview.LargestChanges(overview.Lines.Count).Where(line => Words.Judge(line) == Judgement.Better).Take(Most)];

    /// <summary>Those that miss their target and did not become better.</summary>
    internal static IReadOnlyList<IndicatorLine> Stuck(Overview overview) =>
    [
        .. overview.Lines.Where(line => line.Standing is TargetStanding.Missed or TargetStanding.Near)
            .Where(line => line.Before?.Value is not null && Words.Judge(line) != Judgement.Better).Take(Most),
    ];

    /// <summary>Those that miss their target.</summary>
    internal static IReadOnlyList<IndicatorLine> Red(Overview overview) => [.. overview.Lines.Where(line => line.Standing == TargetStanding.Missed)];
}
