using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Scorecards;

/// <summary>How a unit, with all below it, stands by one criteria set. What is missing is missing: it is never counted as zero without a word.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code on the tree date.</param>
/// <param name="UnitName">Its name on the tree date.</param>
/// <param name="UnitType">Its type.</param>
/// <param name="Set">Code of the criteria set.</param>
/// <param name="SetVersion">Its version.</param>
/// <param name="SetName">Its name.</param>
/// <param name="Origin">What the set is.</param>
/// <param name="Mode">How the set judges.</param>
/// <param name="Grade">The grade or level; null where none is reached, or nothing is there to judge by.</param>
/// <param name="IsProvisional">
/// Whether something is missing or not approved yet. The grade is then the least that it can be: what is missing has earned nothing so far.
/// </param>
/// <param name="Points">Points of the criteria that have a value; null where the set gives none, or none has a value.</param>
/// <param name="MaximumPoints">What could be had, without what is not asked or does not apply.</param>
/// <param name="Asked">Criteria that are asked of the unit or of anybody below it, and apply.</param>
/// <param name="Answered">Of these, criteria that have a value.</param>
/// <param name="Targets">Criteria that have a value and a target.</param>
/// <param name="Met">Of these, criteria that meet it.</param>
/// <param name="Expected">Cells that are owed at and below the unit.</param>
/// <param name="Approved">Of these, cells whose answer is approved.</param>
/// <param name="Ratings">Where each criterion is rated: how many have which rating, from worst to best.</param>
/// <param name="Unmet">Where all targets of a level must be met: the targets that keep the unit from the next one.</param>
/// <param name="Criteria">Every criterion, in the order of the set.</param>
internal sealed record Scorecard(
    Guid UnitId, string UnitCode, LocalText UnitName, UnitType UnitType, string Set, int SetVersion, LocalText SetName, CriteriaSetOrigin Origin,
    ScoringMode Mode, ScoringGrade? Grade, bool IsProvisional, decimal? Points, decimal? MaximumPoints, int Asked, int Answered, int Targets,
    int Met, int Expected, int Approved, IReadOnlyList<RatingCount> Ratings, IReadOnlyList<UnmetTarget> Unmet,
    IReadOnlyList<ScoredCriterion> Criteria)
{
    /// <summary>Scores a unit by a version of a set.</summary>
    /// <param name="states">Figures that hold the unit.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="version">The set, as it is in force or as somebody would have it.</param>
    internal static Scorecard Of(UnitStates states, Guid unitId, CriteriaSetVersion version)
    {
        var (frame, unit) = (states.Frame, states.UnitOf(unitId));
        var figures = new Dictionary<Guid, FigureItem>(version.Indicators.Count);
        foreach (var indicator in version.Indicators)
        {
            if (frame.Rollup.IndicatorOf(indicator.Id) is >= 0 and var column) figures[indicator.Id] = FigureReader.ItemOf(states, unitId, column);
        }

        var score = Scorer.Score(
            version, FigureTargets.QuestionOf(states, unit),
            indicator => figures.TryGetValue(indicator.Id, out var figure) ? FigureTargets.ScoredOf(figure, indicator) : ScoredValue.NotApplicable);
        var criteria = version.Indicators.Zip(score.Criteria)
            .Where(pair => figures.ContainsKey(pair.First.Id))
            .Select(pair => ScoredCriterion.Of(pair.First, figures[pair.First.Id], pair.Second)).ToList();
        var asked = criteria.Where(criterion => criterion.IsAsked).ToList();
        var answered = asked.Count(criterion => criterion.Measured is not null);

        // What is worked out is owed by nobody: its cells are those that it is made from.
        var owed = asked.Where(criterion => !criterion.Indicator.IsComputed).Select(criterion => criterion.Figure).ToList();
        var (expected, approved) = (owed.Sum(figure => figure.Expected), owed.Sum(figure => figure.Approved));
        return new(
            unit.Id, unit.Code, unit.Name, unit.Type, version.SetCode, version.Version, version.Name, version.Origin, score.Mode,
            answered == 0 ? null : score.Grade,
            approved < expected || asked.Exists(criterion => criterion.Figure.State == FigureState.NotReported),
            criteria.Exists(criterion => criterion.Points is not null) ? criteria.Sum(criterion => criterion.Points ?? 0) : null,
            score.MaximumPoints is > 0 ? score.MaximumPoints : null,
            asked.Count, answered, asked.Count(criterion => criterion.IsMet is not null), asked.Count(criterion => criterion.IsMet == true),
            expected, approved,
            score.Mode == ScoringMode.RatingPerCriterion
                ? [.. version.Scoring.Grades.Select(grade => new RatingCount(grade, score.Ratings.GetValueOrDefault(grade.Code)))]
                : [],
            score.Unmet, criteria);
    }
}

/// <summary>How many criteria have a rating.</summary>
internal sealed record RatingCount(ScoringGrade Rating, int Count);

/// <summary>One criterion of a scorecard.</summary>
/// <param name="Figure">The figure, with its own coverage and trace code.</param>
/// <param name="IsAsked">Whether it is asked of the unit or of anybody below it, and applies.</param>
/// <param name="Measured">The figure as targets count it; null where there is none.</param>
/// <param name="Target">The value to reach; null where none holds.</param>
/// <param name="IsMet">Whether it is reached; null where there is nothing to compare.</param>
/// <param name="Points">Points earned; null where the set gives none for it, or there is no value to earn any.</param>
/// <param name="MaximumPoints">Points that could be had; null where the set gives none for it, or it does not apply.</param>
/// <param name="Rating">Its rating, where the set rates each criterion.</param>
internal sealed record ScoredCriterion(
    FigureItem Figure, bool IsAsked, decimal? Measured, decimal? Target, bool? IsMet, decimal? Points, decimal? MaximumPoints, ScoringGrade? Rating)
{
    internal static ScoredCriterion Of(Indicator indicator, FigureItem figure, CriterionScore score) => new(
        figure, score.State != ScoredState.NotApplicable, score.Value, score.Target, score.IsMet, score.Value is null ? null : score.Points,
        score.MaximumPoints, score.Rating)
    {
        Indicator = indicator,
    };

    /// <summary>Its definition in the version that was scored by.</summary>
    internal Indicator Indicator { get; private init; } = null!;
}

/// <summary>Which sets a unit can be scored by.</summary>
internal static class ScoredSets
{
    /// <summary>The sets of a period, or the one named; empty where it is not reported.</summary>
    internal static IReadOnlyList<CriteriaSetVersion> Of(PeriodFrame frame, string? set) =>
        [.. frame.Versions.Where(version => set is null || string.Equals(version.SetCode, set, StringComparison.OrdinalIgnoreCase))];
}
