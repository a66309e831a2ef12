using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Who is told of a note: the owner of what others write, who gave the task of what the owner writes.</summary>
internal sealed class TaskNotices(IReportingPeriodsDb db)
{
    private const int LongestQuote = 200;

    /// <summary>Publishes the notices of a note, and what difficulties and proposals have to know of it.</summary>
    internal void Publish(GivenTask task, TaskNote note, IReadOnlyList<Guid> matterIds)
    {
        var words = Words(note.Kind);
        var subject = new LocalText($"{words.Vi}: {task.Code}", $"{words.En}: {task.Code}");
        var text = note.Kind is TaskNoteKind.Given or TaskNoteKind.Changed
            ? new LocalText(
                $"{Quote(task.Text)} Hạn hoàn thành: {ReminderTexts.Vi(task.DueOn)}.", $"{Quote(task.Text)} Due on {ReminderTexts.En(task.DueOn)}.")
            : new LocalText(Quote(note.Text), Quote(note.Text));
        var toOwner = note.UnitId != task.OwnerUnitId || note.Kind is TaskNoteKind.Given or TaskNoteKind.Changed;
        Tell(task, toOwner ? task.OwnerUnitId : task.ForUnitId, toOwner ? ReportingPeriodsPermissions.DoTasks.Code : MeetingAccess.KeeperOf(task).Code, subject, text);
        if (matterIds.Count > 0 && Move(note.Kind) is { } move)
        {
            db.Publish(new TaskMoved(
                Ids.New(), task.Id, move, move == TaskMove.Given ? task.Text : note.Text, task.OwnerUnitId, task.DueOn, task.MeetingId, matterIds,
                note.ById, note.At));
        }
    }

    /// <summary>Where a task is seen.</summary>
    internal static string LinkTo(Guid taskId) => $"/tasks/{taskId}";

    internal static string Quote(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…";

    private void Tell(GivenTask task, Guid unitId, string permission, LocalText subject, LocalText body) =>
        db.Publish(new NotificationRequested(Ids.New(), unitId, permission, subject, body, LinkTo(task.Id)));

    private static TaskMove? Move(TaskNoteKind kind) => kind switch
    {
        TaskNoteKind.Given => TaskMove.Given,
        TaskNoteKind.Done => TaskMove.Done,
        TaskNoteKind.Reopened => TaskMove.Reopened,
        _ => null,
    };

    private static LocalText Words(TaskNoteKind kind) => kind switch
    {
        TaskNoteKind.Given => new("Nhiệm vụ mới", "New task"),
        TaskNoteKind.Progress => new("Cập nhật tiến độ nhiệm vụ", "Progress on a task"),
        TaskNoteKind.Done => new("Nhiệm vụ đã hoàn thành", "Task done"),
        TaskNoteKind.Reopened => new("Nhiệm vụ được mở lại", "Task taken up again"),
        TaskNoteKind.Comment => new("Ý kiến về nhiệm vụ", "Comment on a task"),
        _ => new("Nhiệm vụ thay đổi", "Task changed"),
    };
}
