using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;

namespace LearningCity.Analytics.Application.Trials;

/// <summary>Rules that somebody would like to have. What is left out stays as the version in force has it.</summary>
/// <param name="Scoring">How the set would judge.</param>
/// <param name="Indicators">What would change about indicators.</param>
internal sealed record TrialRules(SetScoring? Scoring, IReadOnlyList<TrialIndicator>? Indicators)
{
    private const decimal Largest = 1_000_000_000_000;
    private const int MostSteps = 50;

    /// <summary>The version with these rules in place of its own.</summary>
    internal CriteriaSetVersion On(CriteriaSetVersion version) => version with
    {
        Scoring = Scoring ?? version.Scoring,
        Indicators = [.. version.Indicators.Select(indicator => ChangeOf(indicator.Code) is { } change ? change.On(indicator) : indicator)],
    };

    /// <summary>Why they cannot be tried; null where they can.</summary>
    internal Failure? Refuse(IReadOnlyCollection<CriteriaSetVersion> versions)
    {
        if (Scoring is null && Indicators is null or []) return AnalyticsFailures.TrialOfNothing.On("rules");
        if (Scoring is { } scoring && !IsWhole(scoring)) return AnalyticsFailures.TrialNotWhole.On("rules.scoring");
        foreach (var change in Indicators ?? [])
        {
            if (change?.Code is not { Length: > 0 } code || !IsWhole(change)) return AnalyticsFailures.TrialNotWhole.On("rules.indicators");
            if (!versions.Any(version => version.Indicators.Any(indicator => IsSame(indicator.Code, code))))
                return AnalyticsFailures.IndicatorNotFound.On("rules.indicators", code);
        }

        return null;
    }

    private TrialIndicator? ChangeOf(string code) => Indicators?.FirstOrDefault(change => IsSame(change.Code, code));

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsWhole(SetScoring scoring) =>
        Enum.IsDefined(scoring.Mode) && scoring.Grades is { Count: <= MostSteps } grades
        && grades.All(grade => grade is { Code.Length: > 0, Name: { Vi: not null, En: not null } } && Fits(grade.AtLeast));

    private static bool IsWhole(TrialIndicator change) =>
        (change.Targets is null || (change.Targets.Count <= MostSteps && change.Targets.All(target => target is not null && Fits(target.Value))))
        && (change.Points is null || (change.Points.Count <= MostSteps && change.Points.All(step => step is not null && Fits(step.From) && Fits(step.Points))));

    private static bool Fits(decimal? value) => value is null or (>= -Largest and <= Largest);
}

/// <summary>What would change about an indicator.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Targets">All of its targets; null leaves them as they are.</param>
/// <param name="Points">All of its points; null leaves them as they are.</param>
internal sealed record TrialIndicator(string Code, IReadOnlyList<IndicatorTarget>? Targets, IReadOnlyList<PointStep>? Points)
{
    internal Indicator On(Indicator indicator) => indicator with
    {
        // The plain target is one of its targets.
        Target = Targets is null ? indicator.Target : null,
        Targets = Targets ?? indicator.Targets,
        Points = Points ?? indicator.Points,
    };
}
