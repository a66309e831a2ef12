using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>What kind of turn of a thread.</summary>
internal enum TurnKind
{
    /// <summary>The reviewing body returned the cell.</summary>
    Return,

    /// <summary>A body above asked the reviewing body about it.</summary>
    Question,
}

/// <summary>One turn of the thread that hangs on a cell: what was asked, the value then, what was answered, the value after.</summary>
/// <param name="Id">Key of the return or question.</param>
/// <param name="Place">Place of the cell.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="Kind">What it is.</param>
/// <param name="At">When it was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="OnBehalfOf">Of a question: the body that asks.</param>
/// <param name="ReasonKind">Of a return: the reason out of the list.</param>
/// <param name="Text">In words.</param>
/// <param name="Then">What the cell said then.</param>
/// <param name="AnswerBy">Of a return: day by which an answer is asked for.</param>
/// <param name="PassedOnAt">Of a question: when the reviewing body passed it on to the unit.</param>
/// <param name="Answer">What was answered in words.</param>
/// <param name="AnsweredAt">When; null while it is open.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="After">Of an answered return: what the cell said when it was handed in again.</param>
internal sealed record ThreadTurn(
    Guid Id, int Place, string Disaggregation, TurnKind Kind, DateTimeOffset At, string By, LocalText? OnBehalfOf, ReturnReason? ReasonKind,
    string Text, PackedCell Then, DateOnly? AnswerBy, DateTimeOffset? PassedOnAt, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy,
    PackedCell? After)
{
    /// <summary>Whether an answer is waited for.</summary>
    internal bool IsOpen => AnsweredAt is null;
}

/// <summary>Reads the threads of a submission.</summary>
internal sealed class Threads(ISubmissionsDb db, Names names, TimeProvider clock)
{
    /// <summary>Every turn by place, the newest first.</summary>
    internal async Task<ILookup<int, ThreadTurn>> OfAsync(Guid submissionId, CancellationToken cancellationToken)
    {
        var returns = await db.CellReturns.AsNoTracking().Where(r => r.SubmissionId == submissionId).ToListAsync(cancellationToken);
        var questions = await db.CellQuestions.AsNoTracking().Where(q => q.SubmissionId == submissionId).ToListAsync(cancellationToken);
        var people = await names.ActorsAsync(
            returns.Select(r => r.ReturnedBy).Concat(returns.Select(r => r.AnsweredBy ?? Guid.Empty))
                .Concat(questions.Select(q => q.AskedBy)).Concat(questions.Select(q => q.AnsweredBy ?? Guid.Empty)),
            cancellationToken);
        var bodies = await names.UnitsAsync(questions.Select(q => q.AskedByUnitId), CityTime.Today(clock), cancellationToken);
        string? Name(Guid? id) => id is { } known ? people.GetValueOrDefault(known, "-") : null;
        return returns
            .Select(r => new ThreadTurn(
                r.Id, r.Place, r.Disaggregation, TurnKind.Return, r.ReturnedAt, Name(r.ReturnedBy)!, null, r.ReasonKind, r.Reason,
                One(r.ValueThen, r.Place), r.AnswerBy, null, r.Answer, r.AnsweredAt, Name(r.AnsweredBy),
                r.ValueAnswered is { } after ? One(after, r.Place) : null))
            .Concat(questions.Select(q => new ThreadTurn(
                q.Id, q.Place, q.Disaggregation, TurnKind.Question, q.AskedAt, Name(q.AskedBy)!, bodies[q.AskedByUnitId].Name, null, q.Text,
                One(q.ValueThen, q.Place), null, q.PassedOnAt, q.Answer, q.AnsweredAt, Name(q.AnsweredBy), null)))
            .OrderByDescending(turn => turn.At)
            .ToLookup(turn => turn.Place);
    }

    private static PackedCell One(byte[] sheet, int place) =>
        SheetCodec.Read(sheet) is [var cell, ..] ? cell : new PackedCell(place, "", CellState.NotReported);
}
