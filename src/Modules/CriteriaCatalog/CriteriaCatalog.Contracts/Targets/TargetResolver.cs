namespace LearningCity.CriteriaCatalog.Contracts.Targets;

/// <summary>
/// The one target that holds for a unit on a date. Of those that apply, the first of these wins:
/// the unit's own before its type's before everybody's; then the level's own before one without a level;
/// then the period's before the latest year's that has come before one without a date.
/// A target of a year yet to come does not apply: a city is judged in 2026 by what was due in 2025, not by what is due in 2030.
/// </summary>
public static class TargetResolver
{
    /// <summary>The target that holds; null where none does.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="question">Whose target, and when.</param>
    public static IndicatorTarget? Resolve(Indicator indicator, TargetQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return All(indicator)
            .Where(target => IsFor(target, question) && IsDue(target, question))
            .MaxBy(target => Rank(target));
    }

    /// <summary>The next target that has a year, for the way still to go; null where none is set.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="question">Whose target, and after when.</param>
    public static IndicatorTarget? Next(Indicator indicator, TargetQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return All(indicator)
            .Where(target => IsFor(target, question) && target.Year > question.On.Year)
            .OrderBy(target => target.Year).ThenByDescending(target => Rank(target))
            .FirstOrDefault();
    }

    private static IEnumerable<IndicatorTarget> All(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Target is { } plain ? indicator.Targets.Append(new IndicatorTarget(plain)) : indicator.Targets;
    }

    private static bool IsFor(IndicatorTarget target, TargetQuestion question) =>
        (target.UnitCode is null || target.UnitCode == question.UnitCode)
        && (target.UnitType is null || target.UnitType == question.UnitType)
        && (target.Level is null || target.Level == question.Level);

    private static bool IsDue(IndicatorTarget target, TargetQuestion question) =>
        (target.Period is null || target.Period == question.Period) && !(target.Year > question.On.Year);

    private static (int Who, int Level, int When) Rank(IndicatorTarget target) => (
        target.UnitCode is not null ? 2 : target.UnitType is not null ? 1 : 0,
        target.Level is not null ? 1 : 0,
        target.Period is not null ? int.MaxValue : target.Year ?? int.MinValue);
}
