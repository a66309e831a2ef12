using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Domain.Difficulties;

namespace LearningCity.Submissions.Ui.Difficulties;

/// <summary>What the pages of difficulties call things.</summary>
internal static class DifficultyWords
{
    internal static LocalText Of(DifficultyKind kind) => kind == DifficultyKind.Difficulty
        ? new("Khó khăn, vướng mắc", "Difficulty")
        : new("Kiến nghị, đề xuất", "Proposal");

    internal static LocalText Of(DifficultyState state) => state switch
    {
        DifficultyState.Raised => new("Chờ xử lý", "To be dealt with"),
        DifficultyState.Forwarded => new("Đã chuyển cấp trên", "Forwarded"),
        DifficultyState.AtMeeting => new("Đưa ra cuộc họp", "At a meeting"),
        DifficultyState.Answered => new("Đã trả lời", "Answered"),
        DifficultyState.Settled => new("Đã giải quyết", "Settled"),
        _ => new("Mở lại", "Reopened"),
    };

    internal static Tone ToneOf(DifficultyState state) => state switch
    {
        DifficultyState.Raised or DifficultyState.Forwarded => Tone.Waiting,
        DifficultyState.AtMeeting => Tone.Info,
        DifficultyState.Answered => Tone.Done,
        DifficultyState.Settled => Tone.Final,
        _ => Tone.Attention,
    };

    internal static LocalText Of(DifficultyStepKind kind) => kind switch
    {
        DifficultyStepKind.Raised => new("Nêu", "Raised"),
        DifficultyStepKind.Answered => new("Trả lời", "Answered"),
        DifficultyStepKind.Forwarded => new("Chuyển lên", "Forwarded to"),
        DifficultyStepKind.Grouped => new("Gom vào nhóm vấn đề", "Grouped into a theme"),
        DifficultyStepKind.PutToMeeting => new("Đưa ra cuộc họp", "Put to a meeting"),
        DifficultyStepKind.TaskGiven => new("Giao nhiệm vụ", "A task was given"),
        DifficultyStepKind.TaskDone => new("Nhiệm vụ hoàn thành", "The task is done"),
        DifficultyStepKind.TaskReopened => new("Nhiệm vụ được mở lại", "The task was taken up again"),
        DifficultyStepKind.Settled => new("Đã giải quyết", "Settled"),
        _ => new("Chưa giải quyết xong", "Not settled"),
    };

    /// <summary>What a button says.</summary>
    internal static LocalText Of(DifficultyAct act) => act switch
    {
        DifficultyAct.Answer => new("Trả lời", "Answer"),
        DifficultyAct.Forward => new("Chuyển lên cấp trên", "Forward"),
        DifficultyAct.PutToMeeting => new("Đưa ra cuộc họp", "Put to a meeting"),
        DifficultyAct.Settle => new("Ghi là đã giải quyết", "Mark as settled"),
        _ => new("Chưa giải quyết xong, mở lại", "Not settled, reopen"),
    };

    internal static LocalText Age(int days) => days == 0 ? new("hôm nay", "today") : new($"{days} ngày", days == 1 ? "1 day" : $"{days} days");
}
