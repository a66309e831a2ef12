using LearningCity.BuildingBlocks.Results;

namespace LearningCity.ReportingPeriods.Domain.Meetings;

/// <summary>Refusals that concern meetings, tasks and plans.</summary>
internal static class MeetingFailures
{
    internal static readonly FailureDefinition UnknownMeeting = new(
        "reporting_periods.unknown_meeting", FailureKind.NotFound,
        "Không tìm thấy cuộc họp này. Vui lòng mở lại từ danh sách.",
        "There is no such meeting. Open it from the list.");

    internal static readonly FailureDefinition UnknownTask = new(
        "reporting_periods.unknown_task", FailureKind.NotFound,
        "Không tìm thấy nhiệm vụ này. Vui lòng mở lại từ danh sách.",
        "There is no such task. Open it from the list.");

    internal static readonly FailureDefinition UnknownPlan = new(
        "reporting_periods.unknown_plan", FailureKind.NotFound,
        "Không tìm thấy kế hoạch này. Vui lòng mở lại từ danh sách.",
        "There is no such plan. Open it from the list.");

    internal static readonly FailureDefinition UnknownUnit = new(
        "reporting_periods.unknown_unit", FailureKind.Invalid,
        "Đơn vị được chọn phải đang hoạt động. Vui lòng kiểm tra lại mã đơn vị.",
        "The unit must exist today. Check its code.");

    internal static readonly FailureDefinition UnknownBriefing = new(
        "reporting_periods.unknown_briefing", FailureKind.Invalid,
        "Không tìm thấy báo cáo phục vụ họp này. Vui lòng chọn trong danh sách.",
        "There is no such briefing. Choose one of the list.");

    internal static readonly FailureDefinition UnknownMatter = new(
        "reporting_periods.unknown_matter", FailureKind.Invalid,
        "Không tìm thấy khó khăn, kiến nghị gắn với nhiệm vụ. Vui lòng chọn lại.",
        "A difficulty or proposal that the task is tied to was not found. Choose again.");

    internal static readonly FailureDefinition UnknownIndicator = new(
        "reporting_periods.unknown_indicator", FailureKind.Invalid,
        "Bộ tiêu chí không có chỉ số mã \"{0}\". Vui lòng kiểm tra lại mã.",
        "The criteria set has no indicator \"{0}\". Check the code.");

    internal static readonly FailureDefinition HeldInFuture = new(
        "reporting_periods.meeting_in_future", FailureKind.Invalid,
        "Cuộc họp ngày {0} chưa diễn ra nên chưa ghi là đã họp được.",
        "The meeting of {0} is still to come, so it cannot be recorded as held.");

    internal static readonly FailureDefinition MeetingNotHeld = new(
        "reporting_periods.meeting_cancelled", FailureKind.Conflict,
        "Cuộc họp đã hủy nên không ghi kết luận được.",
        "The meeting was called off, so it has no conclusions.");

    internal static readonly FailureDefinition DueBeforeDecided = new(
        "reporting_periods.due_before_decided", FailureKind.Invalid,
        "Hạn hoàn thành phải từ ngày giao, {0}, trở đi.",
        "The due date must not lie before the day of the decision, {0}.");

    internal static readonly FailureDefinition TaskDone = new(
        "reporting_periods.task_done", FailureKind.Conflict,
        "Nhiệm vụ đã hoàn thành. Nếu cần làm tiếp, vui lòng mở lại nhiệm vụ trước.",
        "The task is done. To go on with it, take it up again first.");

    internal static readonly FailureDefinition TargetTooLow = new(
        "reporting_periods.target_too_low", FailureKind.Invalid,
        "Chỉ tiêu {0} năm {1} chưa đạt mức được giao ({2}). Chỉ tiêu của đơn vị không thấp hơn mức được giao.",
        "The target of {0} for {1} falls short of the one assigned ({2}). A unit's own targets are never lower than the assigned ones.");

    internal static readonly FailureDefinition TargetYear = new(
        "reporting_periods.target_year", FailureKind.Invalid,
        "Năm của chỉ tiêu {0} phải nằm trong thời gian của kế hoạch ({1}-{2}).",
        "The year of the target of {0} must lie within the plan ({1}-{2}).");

    internal static readonly FailureDefinition TargetTwice = new(
        "reporting_periods.target_twice", FailureKind.Invalid,
        "Chỉ tiêu {0} năm {1} được nhập hai lần. Vui lòng giữ một dòng.",
        "The target of {0} for {1} is there twice. Keep one of them.");

    internal static readonly FailureDefinition UnknownSet = new(
        "reporting_periods.unknown_set", FailureKind.Invalid,
        "Không có bộ tiêu chí \"{0}\" đang áp dụng. Vui lòng kiểm tra lại mã.",
        "There is no criteria set \"{0}\" in force. Check the code.");

    internal static readonly FailureDefinition FileNotPdf = new(
        "reporting_periods.plan_not_pdf", FailureKind.UnsupportedType,
        "Văn bản kế hoạch nhận dạng PDF. Vui lòng lưu tệp thành PDF rồi chọn lại.",
        "The document of a plan is taken as PDF. Save it as PDF and choose again.");

    internal static readonly FailureDefinition FileTooLarge = new(
        "reporting_periods.plan_too_large", FailureKind.TooLarge,
        "Tệp lớn hơn {0} MB. Vui lòng giảm dung lượng hoặc dán liên kết.",
        "The file is larger than {0} MB. Make it smaller or paste a link.");

    internal static readonly FailureDefinition NoFile = new(
        "reporting_periods.plan_no_file", FailureKind.NotFound,
        "Kế hoạch này chưa có tệp đính kèm.",
        "This plan has no file.");
}
