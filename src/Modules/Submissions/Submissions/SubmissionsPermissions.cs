using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Submissions;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class SubmissionsPermissions
{
    internal const string ReadCode = "submissions.read";
    internal const string ReportCode = "submissions.report";
    internal const string ReviewCode = "submissions.review";
    internal const string ReleaseCode = "submissions.release";
    internal const string ImportCode = "submissions.import";
    internal const string AnswerCode = "submissions.answer_difficulties";

    internal static readonly Permission Read = new(ReadCode, new LocalText("Xem báo cáo", "See submissions"));

    internal static readonly Permission Report = new(ReportCode, new LocalText("Nhập và gửi báo cáo", "Enter and submit reports"));

    /// <summary>Of the head of a unit and the deputies they authorise.</summary>
    internal static readonly Permission Release = new(
        ReleaseCode, new LocalText("Thay mặt thủ trưởng gửi báo cáo", "Release reports as the head of the unit"));

    internal static readonly Permission Manage = new(
        "submissions.manage", new LocalText("Đặt quy tắc gửi báo cáo", "Set the rules of submitting"));

    /// <summary>Held for the reviewing body itself: who reviews for the Department does not thereby review for its wards.</summary>
    internal static readonly Permission Review = new(ReviewCode, new LocalText("Duyệt báo cáo", "Review submissions"));

    internal static readonly Permission Import = new(
        ImportCode, new LocalText("Nạp số liệu hàng loạt qua API", "Import figures in bulk over the API"));

    /// <summary>Held for a tier: what is raised to it and to the units below it. Raising goes with reporting.</summary>
    internal static readonly Permission Answer = new(
        AnswerCode, new LocalText("Trả lời, chuyển và gom nhóm khó khăn, kiến nghị", "Answer, forward and group difficulties and proposals"));

    internal static IReadOnlyList<Permission> All { get; } = [Read, Report, Release, Review, Import, Manage, Answer];
}
