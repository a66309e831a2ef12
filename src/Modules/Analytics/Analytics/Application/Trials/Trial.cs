using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Scorecards;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

namespace LearningCity.Analytics.Application.Trials;

/// <summary>What other rules would have said of past periods. Nothing is changed by it.</summary>
/// <param name="Set">Code of the criteria set.</param>
/// <param name="Periods">The periods, oldest first.</param>
internal sealed record Trial(string Set, IReadOnlyList<TrialPeriod> Periods);

/// <summary>A period, judged twice.</summary>
/// <param name="Context">Period, edition, tree.</param>
/// <param name="SetVersion">The version whose rules are in force there.</param>
/// <param name="Units">Units that were judged.</param>
/// <param name="WithoutFigures">Of these, units with nothing to judge by.</param>
/// <param name="Better">Of these, units that would stand better.</param>
/// <param name="Worse">Of these, units that would stand worse.</param>
/// <param name="Flips">The units that would be judged otherwise, in the order of their codes.</param>
internal sealed record TrialPeriod(
    FigureContext Context, int SetVersion, int Units, int WithoutFigures, int Better, int Worse, IReadOnlyList<TrialFlip> Flips);

/// <summary>A unit that would be judged otherwise.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Before">How it stands by the rules in force.</param>
/// <param name="After">How it would stand.</param>
/// <param name="Criteria">The criteria that are met by one and not by the other.</param>
internal sealed record TrialFlip(
    Guid UnitId, string UnitCode, LocalText UnitName, TrialVerdict Before, TrialVerdict After, IReadOnlyList<CriterionFlip> Criteria)
{
    /// <summary>Above zero for better, below for worse: by the grade where both have one of the same kind, by the targets met otherwise.</summary>
    internal int Sign => Before.Mode == After.Mode && Before.Rank != After.Rank ? Math.Sign(After.Rank - Before.Rank) : Math.Sign(After.Met - Before.Met);

    /// <summary>Compares; null where both say the same.</summary>
    internal static TrialFlip? Between(Scorecard before, Scorecard after, CriteriaSetVersion inForce, CriteriaSetVersion tried)
    {
        var criteria = before.Criteria.Zip(after.Criteria)
            .Where(pair => pair.First.IsMet != pair.Second.IsMet || pair.First.Rating?.Code != pair.Second.Rating?.Code)
            .Select(pair => new CriterionFlip(
                pair.First.Indicator.Code, pair.First.Indicator.Name, pair.First.Measured, pair.First.Target, pair.Second.Target, pair.First.IsMet,
                pair.Second.IsMet)).ToList();
        var (then, now) = (TrialVerdict.Of(before, inForce.Scoring), TrialVerdict.Of(after, tried.Scoring));
        return criteria.Count == 0 && then.Grade?.Code == now.Grade?.Code && then.Mode == now.Mode
            ? null
            : new(before.UnitId, before.UnitCode, before.UnitName, then, now, criteria);
    }
}

/// <summary>How a unit stands.</summary>
/// <param name="Mode">How it was judged.</param>
/// <param name="Grade">The grade or level; null where none is reached or known.</param>
/// <param name="Points">Points of what has a value.</param>
/// <param name="Met">Targets that are met.</param>
/// <param name="Targets">Criteria with a value and a target.</param>
/// <param name="IsProvisional">Whether something is missing or not approved.</param>
internal sealed record TrialVerdict(ScoringMode Mode, ScoringGrade? Grade, decimal? Points, int Met, int Targets, bool IsProvisional)
{
    /// <summary>Place of the grade among those of its rules, from 0; -1 without one.</summary>
    internal int Rank { get; private init; } = -1;

    internal static TrialVerdict Of(Scorecard card, SetScoring scoring) =>
        new(card.Mode, card.Grade, card.Points, card.Met, card.Targets, card.IsProvisional)
        {
            Rank = card.Grade is { } grade ? scoring.Grades.Index().First(one => one.Item.Code == grade.Code).Index : -1,
        };
}

/// <summary>A criterion that is met by one set of rules and not by the other.</summary>
internal sealed record CriterionFlip(
    string Indicator, LocalText IndicatorName, decimal? Value, decimal? TargetBefore, decimal? TargetAfter, bool? MetBefore, bool? MetAfter);
