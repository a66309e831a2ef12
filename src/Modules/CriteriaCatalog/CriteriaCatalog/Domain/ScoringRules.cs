using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What a set's scoring must keep, with the indicators that it judges by.</summary>
internal static class ScoringRules
{
    internal static void Check(SetContent content, List<Failure> problems)
    {
        var scoring = content.Scoring ?? SetScoring.TrackingOnly;
        for (var i = 0; i < scoring.Grades.Count; i++)
            PublishingRules.RequireVietnamese(scoring.Grades[i].Name, $"$.scoring.grades[{i}].name", problems);
        CheckGrades(scoring, problems);
        switch (scoring.Mode)
        {
            case ScoringMode.Points:
                if (content.PlacedIndicators().All(placed => placed.Indicator.Points.Count == 0))
                    problems.Add(IndicatorFailures.PointsMissing.On("$.scoring"));
                break;
            case ScoringMode.AllTargetsMet:
                var asked = content.PlacedIndicators().SelectMany(placed => placed.Indicator.Targets).Select(target => target.Level).ToHashSet();
                for (var i = 0; i < scoring.Grades.Count; i++)
                {
                    if (!asked.Contains(scoring.Grades[i].Code))
                        problems.Add(IndicatorFailures.GradeAsksNothing.On($"$.scoring.grades[{i}]", scoring.Grades[i].Code));
                }

                break;
            case ScoringMode.RatingPerCriterion:
                var codes = scoring.Grades.Select(grade => grade.Code).ToList();
                foreach (var placed in content.PlacedIndicators())
                {
                    if (!placed.Indicator.Levels.Select(level => level.Code).SequenceEqual(codes))
                        problems.Add(IndicatorFailures.RatingScaleUnfit.On(placed.Path + ".levels", string.Join(", ", codes)));
                }

                break;
        }
    }

    /// <summary>The steps of points of one indicator.</summary>
    internal static void CheckPoints(IndicatorDefinition indicator, SetScoring scoring, string path, List<Failure> problems)
    {
        if (indicator.Points.Count == 0) return;
        if (scoring.Mode != ScoringMode.Points || indicator.ValueType == IndicatorValueType.Text || indicator.Direction == Direction.Neither)
            problems.Add(IndicatorFailures.PointsNotWanted.On(path + ".points"));
        for (var i = 0; i < indicator.Points.Count; i++)
        {
            var step = indicator.Points[i];
            var before = i == 0 ? null : indicator.Points[i - 1];
            var better = before is null || (indicator.Direction == Direction.Lower ? step.From < before.From : step.From > before.From);
            if (step.Points <= (before?.Points ?? 0) || !better) problems.Add(IndicatorFailures.PointsUnordered.On($"{path}.points[{i}]"));
        }
    }

    private static void CheckGrades(SetScoring scoring, List<Failure> problems)
    {
        var fewest = scoring.Mode switch
        {
            ScoringMode.Tracking => 0,
            ScoringMode.RatingPerCriterion => 2,
            _ => 1,
        };
        if (scoring.Grades.Count < fewest) problems.Add(IndicatorFailures.GradesMissing.On("$.scoring.grades", fewest));
        if (fewest == 0 && scoring.Grades.Count > 0) problems.Add(IndicatorFailures.GradesNotWanted.On("$.scoring.grades"));
        for (var i = 0; i < scoring.Grades.Count; i++)
        {
            var (threshold, before) = (scoring.Grades[i].AtLeast, i == 0 ? null : scoring.Grades[i - 1].AtLeast);
            var sound = scoring.Mode == ScoringMode.Points ? threshold is not null && !(before >= threshold) : threshold is null;
            if (!sound) problems.Add(IndicatorFailures.ThresholdsUnordered.On($"$.scoring.grades[{i}].atLeast"));
        }
    }
}
