using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Application.Review;

/// <summary>Refusals about who does which part of the reviewing.</summary>
internal static class ShareFailures
{
    internal static readonly FailureDefinition NotAReviewer = new(
        "submissions.not_a_reviewer", FailureKind.Invalid,
        "Người được chọn chưa có quyền duyệt của đơn vị này. Vui lòng chọn người khác, hoặc đề nghị quản trị viên cấp quyền.",
        "The person chosen does not review for this body. Choose somebody else, or ask an administrator to give the role.");

    internal static readonly FailureDefinition NothingToShare = new(
        "submissions.nothing_to_share", FailureKind.Invalid,
        "Phần việc phải có một cụm, ít nhất một đơn vị, hoặc một chỉ số.",
        "A share needs a group, at least one unit, or an indicator.");

    internal static readonly FailureDefinition AlreadyEnded = new(
        "submissions.share_ended", FailureKind.Conflict,
        "Phân công này đã kết thúc. Vui lòng tải lại trang.",
        "This ended already. Reload the page.");

    internal static readonly FailureDefinition SamePerson = new(
        "submissions.same_person", FailureKind.Invalid,
        "Vui lòng chọn hai người khác nhau.",
        "Choose two different people.");

    internal static readonly FailureDefinition DaysReversed = new(
        "submissions.days_reversed", FailureKind.Invalid,
        "Ngày cuối phải từ ngày đầu trở đi và không ở trong quá khứ.",
        "The last day has to be on or after the first, and not in the past.");

    internal static readonly FailureDefinition NothingToHandOver = new(
        "submissions.nothing_to_hand_over", FailureKind.Conflict,
        "Người này không còn phần việc nào để bàn giao.",
        "This person has no share left to hand over.");
}
