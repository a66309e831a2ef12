using LearningCity.CriteriaCatalog.Contracts.Targets;

namespace LearningCity.CriteriaCatalog.Contracts.Scoring;

/// <summary>Judges a unit by a set's own way of scoring. Pure: the same values give the same score for ever.</summary>
public static class Scorer
{
    /// <summary>The score.</summary>
    /// <param name="set">The version in force on the reference date.</param>
    /// <param name="unit">Which unit, and when.</param>
    /// <param name="valueOf">Its values, in the units of the indicators' targets.</param>
    public static SetScore Score(CriteriaSetVersion set, TargetQuestion unit, Func<Indicator, ScoredValue> valueOf)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(valueOf);
        var values = set.Indicators.Select(indicator => (Indicator: indicator, Value: valueOf(indicator))).ToList();
        return set.Scoring.Mode switch
        {
            ScoringMode.Points => ByPoints(set.Scoring, unit, values),
            ScoringMode.AllTargetsMet => ByTargets(set.Scoring, unit, values),
            ScoringMode.RatingPerCriterion => new SetScore(
                ScoringMode.RatingPerCriterion,
                [.. values.Select(v => Compare(v.Indicator, v.Value, unit) with { Rating = RatingOf(set.Scoring, v.Indicator, v.Value) })]),
            _ => new SetScore(ScoringMode.Tracking, [.. values.Select(v => Compare(v.Indicator, v.Value, unit))]),
        };
    }

    /// <summary>Whether a value reaches a target, in the indicator's direction; an indicator without a direction is met by equality.</summary>
    public static bool Reaches(decimal value, decimal target, Direction direction) => direction switch
    {
        Direction.Higher => value >= target,
        Direction.Lower => value <= target,
        _ => value == target,
    };

    private static CriterionScore Compare(Indicator indicator, ScoredValue value, TargetQuestion unit)
    {
        var target = TargetResolver.Resolve(indicator, unit with { Level = null })?.Value;
        return new CriterionScore(indicator.Code, value.State, value.Value)
        {
            Target = target,
            IsMet = target is { } aim && value.Value is { } reached ? Reaches(reached, aim, indicator.Direction) : null,
        };
    }

    private static SetScore ByPoints(SetScoring scoring, TargetQuestion unit, IReadOnlyList<(Indicator Indicator, ScoredValue Value)> values)
    {
        var criteria = values.Select(v => Compare(v.Indicator, v.Value, unit) with
        {
            Points = v.Indicator.Points.Count == 0 || v.Value.State == ScoredState.NotApplicable ? null : PointsOf(v.Indicator, v.Value),
            MaximumPoints = v.Indicator.Points.Count == 0 || v.Value.State == ScoredState.NotApplicable ? null : Best(v.Indicator),
        }).ToList();
        var points = criteria.Sum(criterion => criterion.Points) ?? 0;
        var attainable = criteria.Sum(criterion => criterion.MaximumPoints) ?? 0;
        var whole = values.Where(v => v.Indicator.Points.Count > 0).Sum(v => Best(v.Indicator));

        // What does not apply is left out on both sides: a grade asks for the same share of what could be had.
        var grade = attainable == 0 ? null : scoring.Grades.LastOrDefault(grade => points * whole >= grade.AtLeast * attainable);
        return new SetScore(ScoringMode.Points, criteria) { Points = points, MaximumPoints = attainable, Grade = grade };
    }

    private static decimal PointsOf(Indicator indicator, ScoredValue value) => value.Value is { } reached
        ? indicator.Points.Where(step => Reaches(reached, step.From, indicator.Direction)).Select(step => step.Points).DefaultIfEmpty().Max()
        : 0;

    private static decimal Best(Indicator indicator) => indicator.Points.Max(step => step.Points);

    private static SetScore ByTargets(SetScoring scoring, TargetQuestion unit, IReadOnlyList<(Indicator Indicator, ScoredValue Value)> values)
    {
        var criteria = values.Select(v => Compare(v.Indicator, v.Value, unit)).ToList();
        ScoringGrade? reached = null;
        foreach (var level in scoring.Grades)
        {
            var asked = values
                .Where(v => v.Value.State != ScoredState.NotApplicable)
                .Select(v => (v.Indicator, v.Value, Target: TargetResolver.Resolve(v.Indicator, unit with { Level = level.Code })))
                .Where(v => v.Target is not null)
                .ToList();
            var unmet = asked
                .Where(v => v.Value.Value is not { } value || !Reaches(value, v.Target!.Value, v.Indicator.Direction))
                .Select(v => new UnmetTarget(level, v.Indicator.Code, v.Target!.Value, v.Value.Value))
                .ToList();

            // A level that asks nothing of this unit cannot be reached by it.
            if (asked.Count == 0 || unmet.Count > 0) return new SetScore(ScoringMode.AllTargetsMet, criteria) { Grade = reached, Unmet = unmet };
            reached = level;
        }

        return new SetScore(ScoringMode.AllTargetsMet, criteria) { Grade = reached };
    }

    private static ScoringGrade? RatingOf(SetScoring scoring, Indicator indicator, ScoredValue value) =>
        value.Value is { } place && place == decimal.Truncate(place) && place >= 1 && place <= indicator.Levels.Count
            ? scoring.Grades.FirstOrDefault(grade => grade.Code == indicator.Levels[(int)place - 1].Code)
            : null;
}
