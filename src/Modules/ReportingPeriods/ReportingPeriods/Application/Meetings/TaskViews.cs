using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>A task in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerUnitId">Who does it.</param>
/// <param name="OwnerName">Its name today.</param>
/// <param name="ForUnitId">Who gave it.</param>
/// <param name="ForUnitName">Its name today.</param>
/// <param name="MeetingId">The meeting that decided it.</param>
/// <param name="PlanId">The plan that it belongs to.</param>
/// <param name="DecidedOn">Day of the meeting, or of the plan.</param>
/// <param name="DueOn">By when.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOverdue">Whether it is not done and its due date has passed.</param>
/// <param name="DocumentNumber">Number of the document that orders it.</param>
/// <param name="DocumentDate">Its date.</param>
/// <param name="LastNote">What was said last about its progress.</param>
/// <param name="LastNoteAt">When.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Indicators">The indicators that it is tied to.</param>
/// <param name="MatterIds">The difficulties and proposals that it is tied to.</param>
internal sealed record TaskItem(
    Guid Id, string Code, int Version, string Text, Guid OwnerUnitId, LocalText OwnerName, Guid ForUnitId, LocalText ForUnitName, Guid? MeetingId,
    Guid? PlanId, DateOnly DecidedOn, DateOnly DueOn, TaskState State, bool IsOverdue, string? DocumentNumber, DateOnly? DocumentDate,
    string? LastNote, DateTimeOffset? LastNoteAt, DateTimeOffset? DoneAt, IReadOnlyList<TaskIndicatorRef> Indicators,
    IReadOnlyList<Guid> MatterIds);

/// <summary>Shows tasks with what they are tied to and the names of units: three questions for a page.</summary>
internal sealed class TaskViews(IReportingPeriodsDb db, UnitNames names, TimeProvider clock)
{
    private const int TasksAtOnce = 500;

    internal async Task<IReadOnlyList<TaskItem>> ItemsAsync(IReadOnlyList<GivenTask> tasks, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var units = await names.OfAsync(tasks.SelectMany(t => (Guid[])[t.OwnerUnitId, t.ForUnitId]), today, cancellationToken);
        var (indicators, matters) = await TiesAsync(tasks, cancellationToken);
        return [.. tasks.Select(t => new TaskItem(
            t.Id, t.Code, t.Version, t.Text, t.OwnerUnitId, units[t.OwnerUnitId], t.ForUnitId, units[t.ForUnitId], t.MeetingId, t.PlanId,
            t.DecidedOn, t.DueOn, t.State, t.IsOverdue(today), t.DocumentNumber, t.DocumentDate, t.LastNote, t.LastNoteAt, t.DoneAt,
            [.. indicators[t.Id]], [.. matters[t.Id]]))];
    }

    internal async Task<IReadOnlyList<TaskNow>> NowAsync(IReadOnlyList<GivenTask> tasks, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var (indicators, matters) = await TiesAsync(tasks, cancellationToken);
        return [.. tasks.Select(t => new TaskNow(
            t.Id, t.Code, t.Text, t.OwnerUnitId, t.DueOn, t.State, t.IsOverdue(today), t.DecidedOn, t.MeetingId, t.PlanId, t.DocumentNumber,
            t.DocumentDate, t.LastNote, t.LastNoteAt, t.DoneAt, [.. indicators[t.Id]], [.. matters[t.Id]]))];
    }

    private async Task<(ILookup<Guid, TaskIndicatorRef> Indicators, ILookup<Guid, Guid> Matters)> TiesAsync(
        IReadOnlyList<GivenTask> tasks, CancellationToken cancellationToken)
    {
        var (indicators, matters) = (new List<TaskIndicator>(), new List<TaskMatter>());
        foreach (var ids in tasks.Select(t => t.Id).Chunk(TasksAtOnce))
        {
            indicators.AddRange(await db.TaskIndicators.AsNoTracking().Where(i => ids.Contains(i.TaskId)).OrderBy(i => i.Code)
                .ToListAsync(cancellationToken));
            matters.AddRange(await db.TaskMatters.AsNoTracking().Where(m => ids.Contains(m.TaskId)).ToListAsync(cancellationToken));
        }

        return (
            indicators.ToLookup(i => i.TaskId, i => new TaskIndicatorRef(i.IndicatorId, i.Code, new LocalText(i.NameVi, i.NameEn))),
            matters.ToLookup(m => m.TaskId, m => m.MatterId));
    }
}
