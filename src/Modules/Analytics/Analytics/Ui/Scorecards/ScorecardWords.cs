using LearningCity.Analytics.Application.Scorecards;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.BuildingBlocks.Ui.Charts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.Analytics.Ui.Scorecards;

/// <summary>How scores read. A score that rests on a part of the answers says so before it says anything else.</summary>
internal static class ScorecardWords
{
    /// <summary>How the set judges, in a few words.</summary>
    internal static LocalText Of(ScoringMode mode) => mode switch
    {
        ScoringMode.Points => new("Chấm điểm, xếp loại theo tổng điểm", "Points, graded by their sum"),
        ScoringMode.AllTargetsMet => new("Đạt mức khi đạt mọi chỉ tiêu của mức đó", "A level is reached when all its targets are met"),
        ScoringMode.RatingPerCriterion => new("Đánh giá từng tiêu chí, không tính tổng", "Each criterion is rated, without a total"),
        _ => new("Theo dõi so với chỉ tiêu, không xếp loại", "Followed against targets, without a grade"),
    };

    /// <summary>The result in one line.</summary>
    internal static LocalText Result(Scorecard card) => card.Mode switch
    {
        _ when card.Answered == 0 => new("Chưa có số liệu để đánh giá", "Nothing to judge by yet"),
        ScoringMode.Points when card.Points is { } points => new(
            $"{Number(points, Language.Vi)}/{Number(card.MaximumPoints ?? 0, Language.Vi)} điểm{Graded(card, Language.Vi)}",
            $"{Number(points, Language.En)}/{Number(card.MaximumPoints ?? 0, Language.En)} points{Graded(card, Language.En)}"),
        ScoringMode.AllTargetsMet => card.Grade is { } level
            ? new($"{AtLeast(card, Language.Vi)}{level.Name.Vi}", $"{AtLeast(card, Language.En)}{level.Name.En}")
            : new("Chưa đạt mức nào", "No level reached"),
        ScoringMode.RatingPerCriterion => new(
            string.Join(", ", card.Ratings.Select(rating => $"{rating.Rating.Name.Vi}: {rating.Count}")),
            string.Join(", ", card.Ratings.Select(rating => $"{rating.Rating.Name.En}: {rating.Count}"))),
        _ => card.Targets == 0
            ? new("Chưa có chỉ tiêu nào để so sánh", "No target to compare with")
            : new($"Đạt {card.Met}/{card.Targets} chỉ tiêu", $"{card.Met} of {card.Targets} targets met"),
    };

    /// <summary>What the result rests on.</summary>
    internal static LocalText Coverage(Scorecard card) => new(
        $"{card.Answered}/{card.Asked} chỉ số có số liệu, {Display.Share(card.Approved, card.Expected, Language.Vi)} số liệu phải báo cáo đã duyệt",
        $"{card.Answered} of {card.Asked} indicators have a figure, {Display.Share(card.Approved, card.Expected, Language.En)} of the cells owed are approved");

    /// <summary>How a criterion stands to its target.</summary>
    internal static TargetLevel Level(ScoredCriterion criterion) =>
        TargetRule.Judge(criterion.Measured, criterion.Target, criterion.Indicator.Direction) switch
        {
            TargetStanding.Met => TargetLevel.Met,
            TargetStanding.Near => TargetLevel.Near,
            TargetStanding.Missed => TargetLevel.Missed,
            _ => TargetLevel.NoData,
        };

    /// <summary>Points as they read; the sign for "not available" where there is no value to earn any.</summary>
    internal static string Points(ScoredCriterion criterion, Language language) => criterion switch
    {
        { MaximumPoints: null } => Display.NotApplicable,
        { Points: { } points } => $"{Number(points, language)}/{Number(criterion.MaximumPoints.Value, language)}",
        _ => $"{Display.NotAvailable}/{Number(criterion.MaximumPoints.Value, language)}",
    };

    private static string Graded(Scorecard card, Language language) =>
        card.Grade is { } grade ? $" · {AtLeast(card, language)}{grade.Name.In(language)}" : "";

    private static string AtLeast(Scorecard card, Language language) =>
        !card.IsProvisional ? "" : language == Language.En ? "at least " : "ít nhất ";

    private static string Number(decimal value, Language language) => Display.Number(value, language);
}
