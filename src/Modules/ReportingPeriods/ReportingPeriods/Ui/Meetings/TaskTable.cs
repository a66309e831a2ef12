using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Ui.Meetings;

/// <summary>A task as tables show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOverdue">Whether it is overdue.</param>
/// <param name="Document">Number of the document that orders it.</param>
/// <param name="LastNote">What was said last.</param>
public sealed record TaskRowView(
    Guid Id, string Code, string Text, LocalText Owner, DateOnly DueOn, TaskState State, bool IsOverdue, string? Document, string? LastNote)
{
    internal static TaskRowView Of(TaskItem task) => new(
        task.Id, task.Code, task.Text, task.OwnerName, task.DueOn, task.State, task.IsOverdue, task.DocumentNumber, task.LastNote);

    internal static TaskRowView Of(TaskNow task, IReadOnlyDictionary<Guid, LocalText> names) => new(
        task.Id, task.Code, task.Text, names[task.OwnerUnitId], task.DueOn, task.State, task.IsOverdue, task.DocumentNumber, task.LastNote);
}
