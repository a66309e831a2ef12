using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain.Difficulties;

/// <summary>Refusals that concern difficulties, proposals and themes.</summary>
internal static class DifficultyFailures
{
    internal static readonly FailureDefinition NotFound = new(
        "submissions.difficulty_not_found", FailureKind.NotFound,
        "Không tìm thấy khó khăn, kiến nghị này. Vui lòng mở lại từ danh sách.",
        "There is no such difficulty or proposal. Open it from the list.");

    internal static readonly FailureDefinition ThemeNotFound = new(
        "submissions.theme_not_found", FailureKind.NotFound,
        "Không tìm thấy nhóm vấn đề này. Vui lòng mở lại từ danh sách.",
        "There is no such theme. Open it from the list.");

    internal static readonly FailureDefinition NotOpen = new(
        "submissions.difficulty_not_open", FailureKind.Conflict,
        "Nội dung này đã được trả lời. Nếu chưa giải quyết xong, đơn vị nêu có thể mở lại.",
        "This was answered. If it is not settled, the unit that raised it can reopen it.");

    internal static readonly FailureDefinition StillOpen = new(
        "submissions.difficulty_still_open", FailureKind.Conflict,
        "Nội dung này đang chờ xử lý nên không cần mở lại.",
        "This is still being dealt with, so there is nothing to reopen.");

    internal static readonly FailureDefinition SettledAlready = new(
        "submissions.difficulty_settled", FailureKind.Conflict,
        "Nội dung này đã giải quyết xong. Đơn vị nêu có thể mở lại nếu cần.",
        "This is settled. The unit that raised it can reopen it.");

    internal static readonly FailureDefinition GroupedAlready = new(
        "submissions.difficulty_grouped", FailureKind.Conflict,
        "Nội dung này đã nằm trong nhóm vấn đề được chọn.",
        "This is in that theme already.");

    internal static readonly FailureDefinition ThemeFull = new(
        "submissions.theme_full", FailureKind.Conflict,
        "Một nhóm vấn đề gồm tối đa {0} nội dung. Vui lòng lập nhóm mới.",
        "A theme holds at most {0} difficulties and proposals. Make another.");

    internal static readonly FailureDefinition UnknownUnit = new(
        "submissions.difficulty_unknown_unit", FailureKind.Invalid,
        "Đơn vị nêu và đơn vị nhận phải đang hoạt động và khác nhau. Vui lòng chọn lại.",
        "The unit that raises it and the one it is for must exist today and differ. Choose again.");

    internal static readonly FailureDefinition NoUnitAbove = new(
        "submissions.difficulty_no_unit_above", FailureKind.Conflict,
        "Đơn vị đang giữ không có đơn vị cấp trên để chuyển. Vui lòng trả lời hoặc đưa ra cuộc họp.",
        "The unit that holds this reports to none. Answer it, or put it to a meeting.");

    internal static readonly FailureDefinition NotAbove = new(
        "submissions.difficulty_not_above", FailureKind.Invalid,
        "Chỉ chuyển được lên đơn vị cấp trên của đơn vị đang giữ.",
        "It can be forwarded only to a unit that the holder reports to.");

    internal static readonly FailureDefinition UnknownMeeting = new(
        "submissions.difficulty_unknown_meeting", FailureKind.Invalid,
        "Vui lòng chọn một cuộc họp sắp tới.",
        "Choose a meeting that is still to come.");

    internal static readonly FailureDefinition UnknownSubject = new(
        "submissions.difficulty_unknown_subject", FailureKind.Invalid,
        "Bộ tiêu chí không có nội dung hoặc chỉ số mã \"{0}\".",
        "The criteria set has no content area or indicator \"{0}\".");
}
