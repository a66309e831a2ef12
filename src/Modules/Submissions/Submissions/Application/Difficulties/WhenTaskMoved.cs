using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>A task that difficulties led to moved: each of them gets a step, and who raised it is told.</summary>
internal sealed class WhenTaskMoved(ISubmissionsDb db, DifficultyNotices notices) : IListener<TaskMoved>
{
    public Task Handle(TaskMoved notification, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => db.InTransactionAsync(() => SaveAsync(notification, cancellationToken), cancellationToken));

    private async Task<int> SaveAsync(TaskMoved moved, CancellationToken cancellationToken)
    {
        if (!await db.IsNewAsync(moved.EventId, nameof(WhenTaskMoved), cancellationToken)) return 0;
        var ids = moved.MatterIds.Distinct().ToArray();
        var difficulties = await db.Difficulties.Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        var kind = moved.Move switch
        {
            TaskMove.Given => DifficultyStepKind.TaskGiven,
            TaskMove.Done => DifficultyStepKind.TaskDone,
            _ => DifficultyStepKind.TaskReopened,
        };
        foreach (var difficulty in difficulties)
        {
            var step = difficulty.Task(kind, moved.OwnerUnitId, moved.ById, moved.At, moved.Text, moved.TaskId);
            db.DifficultySteps.Add(step);
            notices.Publish(difficulty, step);
        }

        if (difficulties.Count == 0) db.NotAudited("none of ours");
        else db.Audit(Entry(moved, difficulties.Count));
        return await db.SaveChangesAsync(cancellationToken);
    }

    private static AuditEntry Entry(TaskMoved moved, int noted) =>
        new("submissions.note_task", "task", moved.TaskId.ToString(), moved.OwnerUnitId, new { moved.Move, noted });
}
