using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain.Difficulties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>A difficulty or proposal with its whole life, and what the caller may do next.</summary>
internal sealed record GetDifficulty(Guid Id) : IQuery<Result<DifficultyView>>;

/// <summary>A difficulty or proposal with its steps.</summary>
/// <param name="Item">The record.</param>
/// <param name="Theme">Name of its theme.</param>
/// <param name="Meeting">The meeting that it was last put to.</param>
/// <param name="Steps">Its life, from the beginning.</param>
/// <param name="Tasks">The tasks that it led to.</param>
/// <param name="Acts">What the caller may do next.</param>
/// <param name="Above">The units that its holder reports to, the nearest first: where it may be forwarded to.</param>
internal sealed record DifficultyView(
    DifficultyItem Item, string? Theme, MeetingSummary? Meeting, IReadOnlyList<DifficultyStepItem> Steps, IReadOnlyList<TaskNow> Tasks,
    IReadOnlyList<DifficultyAct> Acts, IReadOnlyList<UnitChoice> Above);

/// <summary>A unit to choose.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name today.</param>
internal sealed record UnitChoice(Guid Id, LocalText Name);

/// <summary>One step.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="UnitId">For which unit; of a task, its owner.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="By">Who; null for the system.</param>
/// <param name="Text">In their words.</param>
/// <param name="ToUnitName">Who holds it from then on; null where that stays.</param>
/// <param name="RefersToId">The theme, meeting or task.</param>
internal sealed record DifficultyStepItem(
    int Number, DifficultyStepKind Kind, DateTimeOffset At, Guid UnitId, LocalText UnitName, string? By, string Text, LocalText? ToUnitName,
    Guid? RefersToId);

internal sealed class GetDifficultyHandler(
    ISubmissionsDb db, DifficultyAccess access, DifficultyItems items, Names names, TimeProvider clock, ISender sender)
    : IQueryHandler<GetDifficulty, Result<DifficultyView>>
{
    public async Task<Result<DifficultyView>> Handle(GetDifficulty request, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Id, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var difficulty = found.Value;
        var steps = await db.DifficultySteps.AsNoTracking().Where(s => s.DifficultyId == difficulty.Id).OrderBy(s => s.Number)
            .ToListAsync(cancellationToken);
        var above = await access.AboveAsync(difficulty.HolderUnitId, cancellationToken);
        var units = await names.UnitsAsync(
            steps.SelectMany(s => (Guid[])[s.UnitId, s.ToUnitId ?? s.UnitId]).Concat(above), CityTime.Today(clock), cancellationToken);
        var people = await names.ActorsAsync(steps.Select(s => s.ById), cancellationToken);
        return new DifficultyView(
            (await items.OfAsync([difficulty], cancellationToken))[0],
            await db.Themes.AsNoTracking().Where(t => t.Id == difficulty.ThemeId).Select(t => t.Name).FirstOrDefaultAsync(cancellationToken),
            difficulty.MeetingId is { } meetingId ? await sender.Send(new GetMeeting(meetingId), cancellationToken) : null,
            [.. steps.Select(s => new DifficultyStepItem(
                s.Number, s.Kind, s.At, s.UnitId, units[s.UnitId].Name, people.GetValueOrDefault(s.ById), s.Text,
                s.ToUnitId is { } to ? units[to].Name : null, s.RefersToId))],
            await sender.Send(new ListTasksOfMatter(difficulty.Id), cancellationToken),
            await ActsAsync(difficulty, above.Count > 0, cancellationToken),
            [.. above.Select(id => new UnitChoice(id, units[id].Name))]);
    }

    private async Task<IReadOnlyList<DifficultyAct>> ActsAsync(Difficulty difficulty, bool hasAbove, CancellationToken cancellationToken)
    {
        var acts = new List<DifficultyAct>();
        var holds = (await access.RequireHolderAsync(difficulty, cancellationToken)).Succeeded;
        var raises = (await access.RequireRaiserAsync(difficulty, cancellationToken)).Succeeded;
        if (holds && difficulty.IsOpen)
        {
            acts.Add(DifficultyAct.Answer);
            if (hasAbove) acts.Add(DifficultyAct.Forward);
            acts.Add(DifficultyAct.PutToMeeting);
        }

        if ((holds || raises) && difficulty.State != DifficultyState.Settled) acts.Add(DifficultyAct.Settle);
        if (raises && !difficulty.IsOpen) acts.Add(DifficultyAct.Reopen);
        return acts;
    }
}
