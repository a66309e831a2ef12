using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Analytics;

/// <summary>Refusals of this module.</summary>
internal static class AnalyticsFailures
{
    internal static readonly FailureDefinition PeriodNotFound = new(
        "analytics.period_not_found", FailureKind.NotFound,
        "Không có kỳ báo cáo {0}. Vui lòng kiểm tra mã kỳ, ví dụ 2026-H1.",
        "There is no reporting period {0}. Check the code of the period, such as 2026-H1.");

    internal static readonly FailureDefinition NothingOpened = new(
        "analytics.nothing_opened", FailureKind.NotFound,
        "Chưa có kỳ báo cáo nào mở nên chưa có số liệu tổng hợp.",
        "No reporting period has opened yet, so there are no aggregated figures.");

    internal static readonly FailureDefinition UnitNotInTree = new(
        "analytics.unit_not_in_tree", FailureKind.NotFound,
        "Đơn vị này không có trong cây đơn vị ngày {0}. Vui lòng chọn một đơn vị có mặt vào ngày đó.",
        "This unit is not part of the tree of {0}. Choose a unit that existed on that day.");

    internal static readonly FailureDefinition BoundariesNeedTerritory = new(
        "analytics.boundaries_need_territory", FailureKind.Invalid,
        "Số liệu theo địa giới của ngày khác chỉ tổng hợp theo địa bàn (relation=lies_in).",
        "Figures on the boundaries of another date are rolled up by territory alone (relation=lies_in).");

    internal static readonly FailureDefinition IndicatorNotFound = new(
        "analytics.indicator_not_found", FailureKind.NotFound,
        "Kỳ này không có chỉ số {0}. Vui lòng kiểm tra mã chỉ số.",
        "This period has no indicator {0}. Check its code.");

    internal static readonly FailureDefinition SetNotFound = new(
        "analytics.set_not_found", FailureKind.NotFound,
        "Kỳ {1} không báo cáo theo bộ tiêu chí {0}. Vui lòng kiểm tra mã bộ tiêu chí.",
        "Period {1} does not report the criteria set {0}. Check its code.");

    internal static readonly FailureDefinition IndicatorsToChoose = new(
        "analytics.indicators_to_choose", FailureKind.Invalid,
        "Vui lòng chọn từ 1 đến {0} chỉ số.",
        "Choose 1 to {0} indicators.");

    internal static readonly FailureDefinition PeriodsToChoose = new(
        "analytics.periods_to_choose", FailureKind.Invalid,
        "Vui lòng chọn không quá {0} kỳ báo cáo.",
        "Choose {0} reporting periods at most.");

    internal static readonly FailureDefinition TooMuchChosen = new(
        "analytics.too_much_chosen", FailureKind.Invalid,
        "Lựa chọn này quá lớn: không quá {0} đơn vị và {1} số liệu. Vui lòng bớt đơn vị, chỉ số hoặc kỳ.",
        "This choice is too large: {0} units and {1} figures at most. Choose fewer units, indicators or periods.");

    internal static readonly FailureDefinition UnitCodeUnknown = new(
        "analytics.unit_code_unknown", FailureKind.Invalid,
        "Không có đơn vị nào mang mã {0} vào ngày địa giới đã chọn. Vui lòng kiểm tra lại mã.",
        "No unit has the code {0} on the chosen date. Check the code.");

    internal static readonly FailureDefinition AreaTooLarge = new(
        "analytics.area_too_large", FailureKind.Invalid,
        "Địa bàn này có hơn {0} đơn vị. Vui lòng chọn một đơn vị trực thuộc.",
        "This area has more than {0} units. Choose a unit below it.");

    internal static readonly FailureDefinition FindingGone = new(
        "analytics.finding_gone", FailureKind.Conflict,
        "Lần kiểm tra mới nhất không còn thấy dấu hiệu này nữa, nên không cần xử lý.",
        "The latest check does not find this any more, so there is nothing to settle.");

    internal static readonly FailureDefinition TrialOfNothing = new(
        "analytics.trial_of_nothing", FailureKind.Invalid,
        "Vui lòng nêu ít nhất một chỉ tiêu, thang điểm hoặc cách đánh giá mới để thử.",
        "Name at least one new target, scale of points or way of judging to try.");

    internal static readonly FailureDefinition TrialNotWhole = new(
        "analytics.trial_not_whole", FailureKind.Invalid,
        "Quy tắc cần thử còn thiếu phần hoặc có số quá lớn. Vui lòng kiểm tra mức, mã và giá trị.",
        "The rule to try lacks a part, or a number is too large. Check grades, codes and values.");

    internal static readonly FailureDefinition Busy = new(
        "analytics.busy", FailureKind.Conflict,
        "Số liệu của kỳ đang được cập nhật liên tục nên chưa so sánh được. Vui lòng thử lại sau ít phút.",
        "Figures of the period keep changing, so they could not be compared. Try again in a few minutes.");

    internal static readonly FailureDefinition TreeDateOutOfRange = new(
        "analytics.tree_date_out_of_range", FailureKind.Invalid,
        "Ngày của cây đơn vị phải nằm trong kỳ {0} (từ {1} đến {2}).",
        "The tree date must lie within the period {0} (from {1} to {2}).");

    internal static readonly FailureDefinition BrowserMissing = new(
        "analytics.browser_missing", FailureKind.Unavailable,
        "Máy chủ chưa có trình duyệt để in PDF. Vui lòng cài gói chromium (apt-get install chromium fonts-noto-core) hoặc khai báo Pdf:Browser, rồi gửi lại yêu cầu. Báo cáo nhanh theo lịch được giữ lại và tự chạy tiếp.",
        "The server has no browser to print PDFs with. Install the package chromium (apt-get install chromium fonts-noto-core) or set Pdf:Browser, then ask again. Scheduled briefings are kept and go on by themselves.");

    internal static readonly FailureDefinition PrintFailed = new(
        "analytics.print_failed", FailureKind.Unavailable,
        "Trình duyệt trên máy chủ chưa in được tài liệu. Hệ thống sẽ tự thử lại.",
        "The server's browser did not print the document. It will be tried again.");

    internal static readonly FailureDefinition BriefingNotMade = new(
        "analytics.briefing_not_made", FailureKind.Conflict,
        "Báo cáo nhanh chưa tạo xong. Vui lòng tải lại sau khoảng 20 giây.",
        "The briefing is not made yet. Ask again in about 20 seconds.");

    internal static readonly FailureDefinition ReportNotMade = new(
        "analytics.report_not_made", FailureKind.Conflict,
        "Báo cáo chưa tạo xong. Vui lòng tải lại sau khoảng 20 giây.",
        "The report is not made yet. Ask again in about 20 seconds.");

    internal static readonly FailureDefinition AlreadyMade = new(
        "analytics.already_made", FailureKind.Conflict,
        "Tài liệu đã được tạo và được giữ nguyên. Nếu cần số liệu mới, vui lòng yêu cầu một bản mới.",
        "The document is made and stays as it is. For newer figures, ask for a new one.");

    internal static readonly FailureDefinition LogoUnknown = new(
        "analytics.logo_unknown", FailureKind.Invalid,
        "Logo phải là tệp PNG hoặc JPEG, không quá 200 KB.",
        "The logo must be a PNG or JPEG file of 200 KB at most.");

    internal static readonly FailureDefinition EditionNotFound = new(
        "analytics.edition_not_found", FailureKind.NotFound,
        "Kỳ {0} chưa có ấn bản {1}. Vui lòng chọn một ấn bản trong danh sách tại /api/v1/editions.",
        "Period {0} has no edition {1}. Choose one of the list at /api/v1/editions.");

    internal static readonly FailureDefinition EditionOfManyPeriods = new(
        "analytics.edition_of_many_periods", FailureKind.Invalid,
        "Số liệu nhiều kỳ chỉ đọc trực tiếp (live) hoặc theo ấn bản mới nhất của từng kỳ (latest).",
        "Figures of several periods are read live, or from the newest edition of each (latest).");

    internal static readonly FailureDefinition BoundariesNotSealed = new(
        "analytics.boundaries_not_sealed", FailureKind.Invalid,
        "Ấn bản này chỉ đọc được theo địa giới đã niêm phong cùng nó: {0}. Để xem ngày khác, vui lòng chọn số liệu trực tiếp.",
        "This edition is read on the boundaries that were sealed with it: {0}. For another date choose live figures.");

    internal static readonly FailureDefinition NotClosed = new(
        "analytics.not_closed", FailureKind.Conflict,
        "Kỳ {0} chưa đóng nên chưa niêm phong được. Vui lòng đóng kỳ trước.",
        "Period {0} is not closed yet, so it cannot be sealed. Close it first.");

    internal static readonly FailureDefinition NotUpToDate = new(
        "analytics.not_up_to_date", FailureKind.Conflict,
        "Số liệu của kỳ {0} còn đang được tổng hợp. Vui lòng thử lại sau ít phút.",
        "Figures of period {0} are still being rolled up. Try again in a few minutes.");

    internal static readonly FailureDefinition StatementMissing = new(
        "analytics.statement_missing", FailureKind.Invalid,
        "Còn báo cáo chưa duyệt hoặc chưa gửi. Vui lòng ghi lý do niêm phong khi chưa đủ báo cáo.",
        "Some reports are not approved or not handed in. Say why the period is sealed without them.");

    internal static readonly FailureDefinition BeingSealed = new(
        "analytics.being_sealed", FailureKind.Conflict,
        "Kỳ {0} đang được niêm phong. Vui lòng xem lại danh sách ấn bản sau ít phút.",
        "Period {0} is being sealed. See the list of editions in a few minutes.");

    internal static readonly FailureDefinition AlreadySealed = new(
        "analytics.already_sealed", FailureKind.Conflict,
        "Kỳ {0} đã có ấn bản {1}. Ấn bản đã niêm phong không thay đổi; đính chính sau đó vào ấn bản tiếp theo.",
        "Period {0} has edition {1} already. A sealed edition never changes; later corrections go into the next one.");

    internal static readonly FailureDefinition WrongEdition = new(
        "analytics.wrong_edition", FailureKind.Conflict,
        "Ấn bản tiếp theo của kỳ {0} là ấn bản {1}.",
        "The next edition of period {0} is edition {1}.");

    internal static readonly FailureDefinition NothingToRestate = new(
        "analytics.nothing_to_restate", FailureKind.Conflict,
        "Từ ấn bản {1} của kỳ {0} đến nay chưa có gì thay đổi, nên chưa cần ấn bản mới.",
        "Nothing of period {0} has changed since edition {1}, so there is nothing to seal anew.");

    internal static readonly FailureDefinition CodeNotTyped = new(
        "analytics.code_not_typed", FailureKind.Invalid,
        "Vui lòng nhập đúng mã kỳ {0} để xác nhận.",
        "Type the code of the period, {0}, to confirm.");

    internal static readonly FailureDefinition WrongTraceCode = new(
        "analytics.wrong_trace_code", FailureKind.Invalid,
        "Mã chưa đúng, vui lòng kiểm tra lại các ký tự.",
        "The code is not right. Check its characters.");
}
