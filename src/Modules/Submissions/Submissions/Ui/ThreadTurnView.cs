using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application.Review;

namespace LearningCity.Submissions.Ui;

/// <summary>A turn of a thread in words, for both sides.</summary>
/// <param name="IsQuestion">Whether a body above asks; otherwise the cell was returned.</param>
/// <param name="When">When, formatted.</param>
/// <param name="Who">Who asked.</param>
/// <param name="Why">The reason out of the list; null for a question.</param>
/// <param name="Text">In words.</param>
/// <param name="Then">The value then.</param>
/// <param name="State">What is waited for, or who answered and when.</param>
/// <param name="Answer">What was answered in words.</param>
/// <param name="After">The value after an answer; null where there is none.</param>
/// <param name="IsOpen">Whether an answer is waited for.</param>
public sealed record ThreadTurnView(
    bool IsQuestion, string When, string Who, string? Why, string Text, string Then, string State, string? Answer, string? After, bool IsOpen)
{
    internal static ThreadTurnView Of(ThreadTurn turn, Indicator indicator, Language language) => new(
        turn.Kind == TurnKind.Question, Display.ShortMoment(turn.At, language),
        turn.OnBehalfOf is { } body ? $"{turn.By}, {body.In(language)}" : turn.By,
        turn.ReasonKind is { } reason ? ReviewWords.Reason(reason).In(language) : null,
        turn.Text, CellWords.Text(indicator, turn.Then, language), StateOf(turn, language), turn.Answer,
        turn.After is { } after ? CellWords.Text(indicator, after, language) : null, turn.IsOpen);

    private static string StateOf(ThreadTurn turn, Language language)
    {
        string T(string vi, string en) => language == Language.En ? en : vi;
        if (turn.AnsweredAt is { } at)
        {
            return T(
                $"{turn.AnsweredBy} trả lời lúc {Display.ShortMoment(at, language)}",
                $"{turn.AnsweredBy} answered at {Display.ShortMoment(at, language)}");
        }

        if (turn.PassedOnAt is { } passed)
            return T($"Đã chuyển cho đơn vị báo cáo lúc {Display.ShortMoment(passed, language)}", $"Passed on to the unit at {Display.ShortMoment(passed, language)}");
        return turn.AnswerBy is { } day
            ? T($"Hạn bổ sung: {Display.Date(day, language)}", $"Answer by {Display.Date(day, language)}")
            : T("Chờ trả lời", "Waiting for an answer");
    }
}
