using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Api;

/// <summary>What the approved reports of the units below give for a cell, and how the cell stands to it.</summary>
/// <param name="Way"><c>consolidated</c>, <c>addition</c> or <c>override</c>; null for a cell that was not set, or set without looking.</param>
/// <param name="Now">What they give now; null where none gives a figure, or where answers are only counted.</param>
/// <param name="Seen">What they gave when the cell was set.</param>
/// <param name="Own">Of an addition, what the unit put on top; the cell itself says the whole.</param>
/// <param name="IsOutOfDate">Whether units were approved, corrected or taken out since; the cell never follows by itself.</param>
/// <param name="Reports">Approved reports with a figure.</param>
/// <param name="Owing">Units below that owe the cell.</param>
/// <param name="Answers">Of yes and no (<c>1</c>, <c>0</c>) and of levels (place on the scale): how many gave each answer.</param>
internal sealed record ConsolidationResource(
    CellWay? Way, AmountResource? Now, AmountResource? Seen, AmountResource? Own, bool IsOutOfDate, int Reports, int Owing,
    IReadOnlyDictionary<string, int> Answers)
{
    internal static ConsolidationResource? Of(ConsolidatedCell? consolidated, in PackedCell cell)
    {
        if (consolidated is not { Now: var figure }) return null;
        return new ConsolidationResource(
            consolidated.Kept?.Way, AmountResource.Of(figure.Amount), AmountResource.Of(consolidated.Kept?.Seen), AmountResource.Of(consolidated.OwnOf(cell)),
            consolidated.IsOutOfDate(cell), figure.Reports, figure.Owing,
            figure.Answers.ToDictionary(answer => answer.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), answer => answer.Value));
    }
}

/// <summary>A figure that is put together.</summary>
/// <param name="Value">A number; null for a pair.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
internal sealed record AmountResource(decimal? Value, decimal? Numerator, decimal? Denominator)
{
    internal static AmountResource? Of(Amount? amount) => amount is { } one ? new(one.Number, one.Numerator, one.Denominator) : null;
}

/// <summary>A unit below whose figures are not among those put together yet.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code on the last day of the period.</param>
/// <param name="UnitName">Its name on that day.</param>
/// <param name="SubmissionId">Its report.</param>
/// <param name="State">Where that stands.</param>
internal sealed record MissingReportResource(Guid UnitId, string UnitCode, LocalText UnitName, Guid SubmissionId, SubmissionState State);

/// <summary>How a survey was made.</summary>
/// <param name="On">The day, or the last one.</param>
/// <param name="Method">How people were chosen and asked.</param>
/// <param name="SampleSize">How many answered.</param>
/// <param name="Margin">Margin of error, in percentage points.</param>
internal sealed record SurveyResource(DateOnly? On, string? Method, int? SampleSize, decimal? Margin)
{
    internal static SurveyResource? Of(SurveyDetails? details) => details is null ? null : new(details.On, details.Method, details.SampleSize, details.Margin);

    /// <summary>What was left out is refused as what it is: a day, a method, a sample that is missing.</summary>
    internal SurveyDetails Read() => new(On ?? DateOnly.MinValue, Method ?? "", SampleSize ?? 0, Margin);
}

/// <summary>How experts judged; the score that they agreed on is the value of the cell.</summary>
/// <param name="Scores">The panel: each member with their score.</param>
/// <param name="Rubric">By what they judged.</param>
/// <param name="Rationale">Why they agreed on the score.</param>
internal sealed record ExpertReviewResource(IReadOnlyList<ExpertScoreResource>? Scores, string? Rubric, string? Rationale)
{
    internal static ExpertReviewResource? Of(ExpertReviewDetails? details) => details is null ? null : new(
        [.. details.Scores.Select(score => new ExpertScoreResource(score.Expert, score.Score))], details.Rubric, details.Rationale);

    internal ExpertReviewDetails Read() => new(
        [.. (Scores ?? []).Select(score => new ExpertScore(score?.Expert ?? "", score?.Score ?? -1))], Rubric ?? "", Rationale ?? "");
}

/// <summary>What one member of a panel gave.</summary>
/// <param name="Expert">Name, or the body that they speak for.</param>
/// <param name="Score">Their score.</param>
internal sealed record ExpertScoreResource(string? Expert, decimal? Score);
