using LearningCity.BuildingBlocks.Results;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>Refusals of this module.</summary>
internal static class PeriodFailures
{
    internal static readonly FailureDefinition UnknownCycle = new(
        "reporting_periods.unknown_cycle", FailureKind.NotFound,
        "Không có chu kỳ báo cáo mã \"{0}\". Vui lòng chọn một chu kỳ trong danh sách tại /api/v1/cycles.",
        "There is no reporting cycle \"{0}\". Choose one of the list at /api/v1/cycles.");

    internal static readonly FailureDefinition CodeNotOfCycle = new(
        "reporting_periods.code_not_of_cycle", FailureKind.Invalid,
        "Mã kỳ \"{0}\" không thuộc chu kỳ này. Mã có dạng {1}.",
        "The period code \"{0}\" is none of this cycle. Codes look like {1}.");

    internal static readonly FailureDefinition UnknownPeriod = new(
        "reporting_periods.unknown_period", FailureKind.NotFound,
        "Không có kỳ báo cáo mã \"{0}\". Vui lòng kiểm tra lại mã kỳ.",
        "There is no reporting period \"{0}\". Check the code.");

    internal static readonly FailureDefinition UnknownObligation = new(
        "reporting_periods.unknown_obligation", FailureKind.NotFound,
        "Không tìm thấy nghĩa vụ báo cáo này.",
        "This obligation was not found.");

    internal static readonly FailureDefinition NotPlanned = new(
        "reporting_periods.not_planned", FailureKind.Conflict,
        "Kỳ {0} đã đóng nên không mở lại được. Đơn vị cần thêm thời gian có thể được gia hạn riêng.",
        "Period {0} is closed and cannot be opened again. A unit that needs more time can be given an extension.");

    internal static readonly FailureDefinition NotOpen = new(
        "reporting_periods.not_open", FailureKind.Conflict,
        "Kỳ {0} chưa mở nên chưa thực hiện được việc này. Vui lòng mở kỳ trước.",
        "Period {0} is not open yet, so this cannot be done. Open it first.");

    internal static readonly FailureDefinition NotOpenForReminders = new(
        "reporting_periods.not_open_for_reminders", FailureKind.Conflict,
        "Kỳ {0} không mở nên không còn báo cáo nào để nhắc.",
        "Period {0} is not open, so there is nothing to remind anybody of.");

    internal static readonly FailureDefinition TooEarlyToOpen = new(
        "reporting_periods.too_early_to_open", FailureKind.Conflict,
        "Kỳ {0} chỉ mở được từ ngày bắt đầu lấy số liệu, {1}.",
        "Period {0} can be opened from the first day of its data window, {1}.");

    internal static readonly FailureDefinition TooEarlyToClose = new(
        "reporting_periods.too_early_to_close", FailureKind.Conflict,
        "Kỳ {0} chỉ đóng được sau hạn gửi cuối cùng, {1}.",
        "Period {0} can be closed only after the last due date, {1}.");

    internal static readonly FailureDefinition NothingAssigned = new(
        "reporting_periods.nothing_assigned", FailureKind.Conflict,
        "Chưa có phân công báo cáo nào áp dụng cho ngày {1}, nên kỳ {0} chưa mở được. Vui lòng thêm phân công.",
        "No assignment holds on {1}, so period {0} cannot be opened. Add an assignment.");

    internal static readonly FailureDefinition NoVersionInForce = new(
        "reporting_periods.no_version_in_force", FailureKind.Conflict,
        "Bộ tiêu chí \"{0}\" chưa có phiên bản công bố nào có hiệu lực ngày {1}. Vui lòng công bố một phiên bản.",
        "The criteria set \"{0}\" has no published version in force on {1}. Publish one.");

    internal static readonly FailureDefinition NobodyOwes = new(
        "reporting_periods.nobody_owes", FailureKind.Conflict,
        "Theo phân công hiện có, chưa đơn vị nào phải báo cáo ở kỳ {0}. Vui lòng kiểm tra loại đơn vị trong phân công.",
        "By the present assignments no unit reports in period {0}. Check the unit types of the assignments.");

    internal static readonly FailureDefinition AssignmentCodeTaken = new(
        "reporting_periods.assignment_code_taken", FailureKind.Conflict,
        "Mã phân công \"{0}\" đã dùng cho một phân công khác. Vui lòng chọn mã khác.",
        "The assignment code \"{0}\" is used by a different assignment. Choose another.");

    internal static readonly FailureDefinition UnknownAssignment = new(
        "reporting_periods.unknown_assignment", FailureKind.NotFound,
        "Chu kỳ này không có phân công mã \"{0}\".",
        "This cycle has no assignment \"{0}\".");

    internal static readonly FailureDefinition EndsBeforeItBegins = new(
        "reporting_periods.ends_before_it_begins", FailureKind.Invalid,
        "Ngày kết thúc phải từ ngày bắt đầu, {0}, trở đi.",
        "The last day must not lie before the first, {0}.");

    internal static readonly FailureDefinition CycleCodeTaken = new(
        "reporting_periods.cycle_code_taken", FailureKind.Conflict,
        "Mã chu kỳ hoặc tiền tố mã kỳ đã dùng cho một chu kỳ khác. Vui lòng chọn mã khác.",
        "The cycle's code or the prefix of its periods is used by a different cycle. Choose another.");

    internal static readonly FailureDefinition NotAtWindowStart = new(
        "reporting_periods.not_at_window_start", FailureKind.Invalid,
        "Quy định mới phải áp dụng từ ngày đầu của một kỳ số liệu, theo cả quy định cũ và mới.",
        "New rules begin with the first day of a data window, by the old rules and by the new ones.");

    internal static readonly FailureDefinition RulesInUse = new(
        "reporting_periods.rules_in_use", FailureKind.Conflict,
        "Kỳ {0} đã mở theo quy định hiện tại. Vui lòng chọn ngày áp dụng sau kỳ này.",
        "Period {0} was opened under the present rules. Choose a later day to begin with.");

    internal static readonly FailureDefinition UnitStillThere = new(
        "reporting_periods.unit_still_there", FailureKind.Conflict,
        "Đơn vị vẫn đang hoạt động nên không cần bàn giao nghĩa vụ báo cáo.",
        "The unit still exists, so there is nothing to hand over.");

    internal static readonly FailureDefinition UnknownSuccessor = new(
        "reporting_periods.unknown_successor", FailureKind.Invalid,
        "Đơn vị nhận bàn giao phải đang hoạt động. Vui lòng chọn đơn vị khác.",
        "The unit that takes over must exist today. Choose another.");

    internal static readonly FailureDefinition RequestOpen = new(
        "reporting_periods.request_open", FailureKind.Conflict,
        "Đơn vị đã có một đề nghị gia hạn đang chờ trả lời.",
        "The unit has asked already and waits for an answer.");

    internal static readonly FailureDefinition UnknownRequest = new(
        "reporting_periods.unknown_request", FailureKind.NotFound,
        "Không tìm thấy đề nghị gia hạn này.",
        "This request was not found.");

    internal static readonly FailureDefinition RequestAnswered = new(
        "reporting_periods.request_answered", FailureKind.Conflict,
        "Đề nghị này đã được trả lời.",
        "This request has been answered.");

    internal static readonly FailureDefinition ExtensionNotLater = new(
        "reporting_periods.extension_not_later", FailureKind.Invalid,
        "Ngày gia hạn phải sau hạn hiện tại, {0}.",
        "The extension must end after the present due date, {0}.");

    internal static readonly FailureDefinition ExtensionInPast = new(
        "reporting_periods.extension_in_past", FailureKind.Invalid,
        "Ngày gia hạn không được trước hôm nay, {0}.",
        "The extension must not end before today, {0}.");

    internal static readonly FailureDefinition RangeTooLong = new(
        "reporting_periods.range_too_long", FailureKind.Invalid,
        "Khoảng ngày phải theo thứ tự và dài tối đa {0} ngày.",
        "The days must be in order and span at most {0} days.");

    internal static readonly FailureDefinition OutsideCalendar = new(
        "reporting_periods.outside_calendar", FailureKind.Invalid,
        "Lịch làm việc chỉ tính từ năm {0} đến năm {1}.",
        "The calendar covers the years {0} to {1}.");
}
