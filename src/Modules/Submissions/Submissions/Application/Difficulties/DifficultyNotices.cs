using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Domain.Difficulties;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>
/// Who is told of a step: the unit that raised it of every step of others, the unit that holds it of what it is to act on.
/// </summary>
internal sealed class DifficultyNotices(ISubmissionsDb db)
{
    private const int LongestQuote = 200;

    /// <summary>Publishes the notices of a step.</summary>
    internal void Publish(Difficulty difficulty, DifficultyStep step)
    {
        var told = Told(step.Kind);
        var subject = new LocalText($"{told.Vi}: {Noun(difficulty).Vi} {difficulty.Code}", $"{told.En}: {Noun(difficulty).En} {difficulty.Code}");
        var body = new LocalText(Quote(step.Text), Quote(step.Text));
        if (step.Kind != DifficultyStepKind.Raised && step.UnitId != difficulty.UnitId)
            Tell(difficulty, difficulty.UnitId, SubmissionsPermissions.ReportCode, subject, body);
        var holderActs = step.Kind is DifficultyStepKind.Raised or DifficultyStepKind.Forwarded or DifficultyStepKind.Reopened
            || (step.Kind == DifficultyStepKind.Settled && step.UnitId == difficulty.UnitId);
        if (holderActs) Tell(difficulty, difficulty.HolderUnitId, SubmissionsPermissions.AnswerCode, subject, body);
    }

    private void Tell(Difficulty difficulty, Guid unitId, string permission, LocalText subject, LocalText body) => db.Publish(
        new NotificationRequested(Ids.New(), unitId, permission, subject, body, $"/difficulties/{difficulty.Id}"));

    private static string Quote(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…";

    private static LocalText Noun(Difficulty difficulty) => difficulty.Kind == DifficultyKind.Difficulty
        ? new LocalText("khó khăn", "difficulty")
        : new LocalText("kiến nghị", "proposal");

    private static LocalText Told(DifficultyStepKind kind) => kind switch
    {
        DifficultyStepKind.Raised => new("Đơn vị nêu", "Raised"),
        DifficultyStepKind.Answered => new("Đã trả lời", "Answered"),
        DifficultyStepKind.Forwarded => new("Đã chuyển lên cấp trên", "Forwarded"),
        DifficultyStepKind.Grouped => new("Đã gom vào nhóm vấn đề", "Grouped into a theme"),
        DifficultyStepKind.PutToMeeting => new("Đã đưa ra cuộc họp", "Put to a meeting"),
        DifficultyStepKind.TaskGiven => new("Đã giao nhiệm vụ", "A task was given"),
        DifficultyStepKind.TaskDone => new("Nhiệm vụ đã hoàn thành", "The task is done"),
        DifficultyStepKind.TaskReopened => new("Nhiệm vụ được mở lại", "The task was taken up again"),
        DifficultyStepKind.Settled => new("Đã giải quyết", "Settled"),
        _ => new("Chưa giải quyết xong", "Not settled"),
    };
}
