using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain;

/// <summary>Refusals of this module that concern a submission as a whole.</summary>
internal static class SubmissionFailures
{
    internal static readonly FailureDefinition NotFound = new(
        "submissions.not_found", FailureKind.NotFound,
        "Không tìm thấy báo cáo này. Vui lòng mở lại từ danh sách việc cần làm.",
        "There is no such submission. Open it from the list of what is due.");

    internal static readonly FailureDefinition NotEditable = new(
        "submissions.not_editable", FailureKind.Conflict,
        "Báo cáo đã gửi nên không sửa được. Nếu chưa bắt đầu duyệt, có thể thu hồi để sửa; nếu đã duyệt, vui lòng liên hệ đơn vị duyệt.",
        "The submission was handed in and cannot be changed. Withdraw it if its review has not started, or ask the reviewing body.");

    internal static readonly FailureDefinition AlreadySubmitted = new(
        "submissions.already_submitted", FailureKind.Conflict,
        "Báo cáo đã được gửi trước đó. Không cần gửi lại.",
        "The submission was handed in already. There is nothing more to do.");

    internal static readonly FailureDefinition NotSubmitted = new(
        "submissions.not_submitted", FailureKind.Conflict,
        "Báo cáo không ở trạng thái chờ duyệt. Vui lòng tải lại trang để xem trạng thái mới nhất.",
        "The submission is not awaiting review. Reload to see where it stands.");

    internal static readonly FailureDefinition ReviewStarted = new(
        "submissions.review_started", FailureKind.Conflict,
        "Đơn vị duyệt đã bắt đầu xem báo cáo nên không thu hồi được. Vui lòng đề nghị đơn vị duyệt trả lại ô cần sửa.",
        "The review has started, so the submission cannot be withdrawn. Ask the reviewing body to return the cells that need a change.");

    internal static readonly FailureDefinition PeriodClosed = new(
        "submissions.period_closed", FailureKind.Conflict,
        "Kỳ báo cáo đã đóng ngày {0}. Đơn vị có thể đề nghị gia hạn.",
        "The period closed on {0}. The unit can ask for an extension.");

    internal static readonly FailureDefinition BeingSealed = new(
        "submissions.being_sealed", FailureKind.Conflict,
        "Số liệu của kỳ đang được niêm phong. Nội dung đã nhập vẫn còn; vui lòng gửi lại sau ít phút.",
        "The figures of the period are being sealed. What was entered is safe; try again in a few minutes.");

    internal static readonly FailureDefinition PeriodNotOpen = new(
        "submissions.period_not_open", FailureKind.Conflict,
        "Kỳ báo cáo mở ngày {0}. Vui lòng quay lại từ ngày đó.",
        "The period opens on {0}. Come back then.");

    internal static readonly FailureDefinition SelfReview = new(
        "submissions.self_review", FailureKind.Forbidden,
        "Người đã nhập hoặc gửi số liệu không được tự duyệt. Vui lòng để người khác duyệt báo cáo này.",
        "Nobody reviews what they entered or submitted. Somebody else has to review this submission.");

    internal static readonly FailureDefinition NothingReturned = new(
        "submissions.nothing_returned", FailureKind.Invalid,
        "Chưa chọn ô nào để trả lại. Vui lòng chọn ít nhất một ô và ghi lý do.",
        "No cell was chosen. Choose at least one cell and give the reason.");

    internal static readonly FailureDefinition ReturnNotAnswered = new(
        "submissions.return_not_answered", FailureKind.Conflict,
        "Ô {0} được trả lại nhưng chưa sửa. Vui lòng sửa số liệu, hoặc ghi lời giải thích tại ô đó, rồi gửi lại.",
        "The returned cell {0} was not answered. Change the figure or explain it in the comment, then submit again.");

    internal static readonly FailureDefinition NotPrepared = new(
        "submissions.not_prepared", FailureKind.Conflict,
        "Báo cáo không ở trạng thái chờ thủ trưởng. Vui lòng tải lại trang để xem trạng thái mới nhất.",
        "The submission is not waiting for its head. Reload to see where it stands.");

    internal static readonly FailureDefinition AwaitsHead = new(
        "submissions.awaits_head", FailureKind.Conflict,
        "Báo cáo đang chờ thủ trưởng đơn vị gửi. Người có quyền gửi thay thủ trưởng có thể gửi hoặc chuyển lại để sửa.",
        "The submission waits for the head of the unit, who can release it or give it back.");

    internal static readonly FailureDefinition AnswerByOutOfRange = new(
        "submissions.answer_by_out_of_range", FailureKind.Invalid,
        "Vui lòng chọn hạn bổ sung từ ngày {0} đến ngày {1}.",
        "Choose a day to answer by from {0} to {1}.");

    internal static readonly FailureDefinition ThreadClosed = new(
        "submissions.thread_closed", FailureKind.Conflict,
        "Nội dung này đã được trả lời trước đó. Vui lòng tải lại trang để xem.",
        "This was answered already. Reload to see the answer.");

    internal static readonly FailureDefinition SelfRelease = new(
        "submissions.self_release", FailureKind.Forbidden,
        "Thủ trưởng không được tự cho phép mình duyệt báo cáo do mình nhập. Vui lòng để cấp phó hoặc cấp trên thực hiện.",
        "A head cannot let themselves review what they entered. A deputy or the unit above has to.");

    internal static readonly FailureDefinition NotAnAuthor = new(
        "submissions.not_an_author", FailureKind.Invalid,
        "Người này không nhập hoặc gửi báo cáo nên được duyệt như bình thường.",
        "This person did not enter or submit the report and may review it as usual.");
}
