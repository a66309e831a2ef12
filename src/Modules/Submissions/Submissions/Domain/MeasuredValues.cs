using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>How a survey was made (product, values). Its figure is for the unit surveyed only and never rolls up.</summary>
/// <param name="On">The day, or the last one.</param>
/// <param name="Method">How people were chosen and asked.</param>
/// <param name="SampleSize">How many answered.</param>
/// <param name="Margin">Margin of error, in percentage points; null where none was worked out.</param>
internal sealed record SurveyDetails(DateOnly On, string Method, int SampleSize, decimal? Margin)
{
    internal const int LongestMethod = 2000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal Failure? Problem(Indicator indicator, DateOnly today)
    {
        if (On > today || On.Year < 1990) return MeasuredFailures.DayOutOfRange.On("survey.on", indicator.Name);
        if (string.IsNullOrWhiteSpace(Method) || Method.Length > LongestMethod) return MeasuredFailures.MethodExpected.On("survey.method", indicator.Name, LongestMethod);
        if (SampleSize < 1) return MeasuredFailures.SampleExpected.On("survey.sampleSize", indicator.Name);
        return Margin is < 0 or > 100 ? MeasuredFailures.MarginOutOfRange.On("survey.margin", indicator.Name) : null;
    }
}

/// <summary>How experts judged (product, values). The score that they agreed on is the cell's figure.</summary>
/// <param name="Scores">The panel: each member's name or body, with the score that they gave.</param>
/// <param name="Rubric">By what they judged.</param>
/// <param name="Rationale">Why they agreed on the score.</param>
internal sealed record ExpertReviewDetails(IReadOnlyList<ExpertScore> Scores, string Rubric, string Rationale)
{
    internal const int MostExperts = 20;
    internal const int LongestText = 4000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal Failure? Problem(Indicator indicator)
    {
        if (Scores.Count is 0 or > MostExperts || Scores.Any(score => string.IsNullOrWhiteSpace(score.Expert) || score.Expert.Length > 200))
            return MeasuredFailures.PanelExpected.On("expertReview.scores", indicator.Name, MostExperts);
        if (Scores.Any(score => score.Score is < 0 or > 1_000_000)) return MeasuredFailures.ScoreOutOfRange.On("expertReview.scores", indicator.Name);
        if (string.IsNullOrWhiteSpace(Rubric) || Rubric.Length > LongestText) return MeasuredFailures.RubricExpected.On("expertReview.rubric", indicator.Name, LongestText);
        return string.IsNullOrWhiteSpace(Rationale) || Rationale.Length > LongestText
            ? MeasuredFailures.RationaleExpected.On("expertReview.rationale", indicator.Name, LongestText)
            : null;
    }

    /// <inheritdoc />
    public bool Equals(ExpertReviewDetails? other) =>
        other is not null && Rubric == other.Rubric && Rationale == other.Rationale && Scores.SequenceEqual(other.Scores);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rubric, Rationale, Scores.Count);
}

/// <summary>What one member of a panel gave.</summary>
/// <param name="Expert">Name, or the body that they speak for.</param>
/// <param name="Score">Their score.</param>
internal sealed record ExpertScore(string Expert, decimal Score);

/// <summary>What a figure that was measured has to carry.</summary>
internal static class MeasuredValues
{
    /// <summary>Whether its figures come with details of their own, and are entered in a form of their own.</summary>
    internal static bool IsMeasured(Indicator indicator) => indicator.DataSource != IndicatorDataSource.OfficialData && !indicator.IsComputed;

    /// <summary>What is left to say before the figure can be handed in; null where nothing is.</summary>
    internal static Failure? Missing(Indicator indicator, in PackedCell cell, CellBasis? basis) => (cell.State, indicator.DataSource) switch
    {
        (CellState.Reported, IndicatorDataSource.Survey) when basis?.Survey is null => MeasuredFailures.SurveyMissing.On(indicator.Code, indicator.Name),
        (CellState.Reported, IndicatorDataSource.ExpertReview) when basis?.ExpertReview is null => MeasuredFailures.ReviewMissing.On(indicator.Code, indicator.Name),
        _ => null,
    };

    /// <summary>What is wrong with details that arrived for a figure; null where nothing is.</summary>
    internal static Failure? Problem(Indicator indicator, SurveyDetails? survey, ExpertReviewDetails? review, DateOnly today) =>
        (survey is not null && indicator.DataSource != IndicatorDataSource.Survey) || (review is not null && indicator.DataSource != IndicatorDataSource.ExpertReview)
            ? MeasuredFailures.NotMeasured.On(survey is null ? "expertReview" : "survey", indicator.Name)
            : survey?.Problem(indicator, today) ?? review?.Problem(indicator);
}
