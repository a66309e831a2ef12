using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;

namespace LearningCity.ReportingPeriods.Ui.Meetings;

/// <summary>What the pages of meetings, tasks and plans call things.</summary>
internal static class MeetingWords
{
    internal static LocalText Of(MeetingState state) => state switch
    {
        MeetingState.Planned => new("Sắp họp", "To come"),
        MeetingState.Held => new("Đã họp", "Held"),
        _ => new("Đã hủy", "Called off"),
    };

    internal static Tone ToneOf(MeetingState state) => state switch
    {
        MeetingState.Planned => Tone.Info,
        MeetingState.Held => Tone.Done,
        _ => Tone.Neutral,
    };

    internal static LocalText Of(TaskState state, bool overdue) => (state, overdue) switch
    {
        (TaskState.Done, _) => new("Hoàn thành", "Done"),
        (_, true) => new("Quá hạn", "Overdue"),
        (TaskState.InProgress, _) => new("Đang thực hiện", "In progress"),
        _ => new("Chưa thực hiện", "Not started"),
    };

    internal static Tone ToneOf(TaskState state, bool overdue) => (state, overdue) switch
    {
        (TaskState.Done, _) => Tone.Done,
        (_, true) => Tone.Error,
        (TaskState.InProgress, _) => Tone.Info,
        _ => Tone.Neutral,
    };

    internal static LocalText Of(TaskNoteKind kind) => kind switch
    {
        TaskNoteKind.Given => new("Giao nhiệm vụ", "Given"),
        TaskNoteKind.Progress => new("Tiến độ", "Progress"),
        TaskNoteKind.Done => new("Hoàn thành", "Done"),
        TaskNoteKind.Reopened => new("Mở lại", "Taken up again"),
        TaskNoteKind.Comment => new("Ý kiến", "Comment"),
        _ => new("Thay đổi, trước đó là", "Changed; before it was"),
    };

    internal static LocalText Kind(string kind) => kind == "proposal" ? new("Kiến nghị", "Proposal") : new("Khó khăn", "Difficulty");
}
