using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Access.Domain;

/// <summary>Refusals of this module.</summary>
internal static class AccessFailures
{
    internal static readonly FailureDefinition WrongNameOrPassword = new(
        "access.wrong_name_or_password", FailureKind.Unauthenticated,
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Vui lòng kiểm tra lại.",
        "The name or the password is not right. Check both.");

    internal static readonly FailureDefinition LockedOut = new(
        "access.locked_out", FailureKind.TooMany,
        "Đăng nhập tạm khóa vì nhập mật khẩu chưa đúng nhiều lần. Có thể thử lại sau {0} phút. Nếu cần gấp, vui lòng gọi bộ phận hỗ trợ ghi ở cuối trang.",
        "Sign-in is locked after several wrong passwords. Try again in {0} minutes. If it is urgent, call the support desk named at the foot of the page.");

    internal static readonly FailureDefinition NoJobsHere = new(
        "access.no_jobs_here", FailureKind.Conflict,
        "Máy chủ này không chạy tác vụ nền. Vui lòng thực hiện trên máy chủ có bật Jobs:Enabled.",
        "This host runs no jobs. Do it on a host where Jobs:Enabled is on.");

    internal static readonly FailureDefinition TooManyWebhooks = new(
        "access.too_many_webhooks", FailureKind.Conflict,
        "Đã có {0} webhook. Vui lòng gỡ bớt trước khi thêm.",
        "There are {0} webhooks already. Remove one first.");

    internal static readonly FailureDefinition EmailTaken = new(
        "access.email_taken", FailureKind.Conflict,
        "Thư điện tử này đã thuộc về một tài khoản khác. Vui lòng dùng địa chỉ khác hoặc tìm tài khoản đó.",
        "Another account has this e-mail address. Use a different one, or look for that account.");

    internal static readonly FailureDefinition UnknownRole = new(
        "access.unknown_role", FailureKind.Invalid,
        "Không có vai trò nào mang mã {0}. Vui lòng chọn trong danh sách tại /api/v1/roles.",
        "No role has the code {0}. Choose from the list at /api/v1/roles.");

    internal static readonly FailureDefinition RoleIsNotForUnits = new(
        "access.role_is_not_for_units", FailureKind.Invalid,
        "Vai trò {0} áp dụng cho toàn hệ thống. Vui lòng để trống đơn vị.",
        "The role {0} applies to the whole system. Leave the unit empty.");

    internal static readonly FailureDefinition UnknownPermission = new(
        "access.unknown_permission", FailureKind.Invalid,
        "Không có quyền nào mang mã {0}. Vui lòng kiểm tra lại mã.",
        "No permission has the code {0}. Check the code.");

    internal static readonly FailureDefinition NothingGranted = new(
        "access.nothing_granted", FailureKind.Invalid,
        "Vui lòng chọn ít nhất một vai trò hoặc một quyền.",
        "Choose at least one role or permission.");

    internal static readonly FailureDefinition UnknownUnit = new(
        "access.unknown_unit", FailureKind.Invalid,
        "Không tìm thấy đơn vị này. Vui lòng chọn lại đơn vị.",
        "This unit was not found. Choose the unit again.");

    internal static readonly FailureDefinition LastAdministrator = new(
        "access.last_administrator", FailureKind.Conflict,
        "Đây là quản trị viên cuối cùng. Vui lòng giao vai trò quản trị cho người khác trước.",
        "This is the last administrator. Give the role to somebody else first.");

    internal static readonly FailureDefinition Oneself = new(
        "access.oneself", FailureKind.Conflict,
        "Không thể tự khóa hoặc tự xóa tài khoản đang dùng. Vui lòng nhờ một quản trị viên khác.",
        "Nobody can deactivate or erase the account they are using. Ask another administrator.");

    internal static readonly FailureDefinition Erased = new(
        "access.erased", FailureKind.Conflict,
        "Dữ liệu cá nhân của người này đã được xóa; tài khoản không thay đổi được nữa.",
        "The personal data of this person was erased; the account cannot be changed any more.");

    internal static readonly FailureDefinition LinkNotGood = new(
        "access.link_not_good", FailureKind.NotFound,
        "Liên kết này đã được dùng hoặc đã hết hạn. Vui lòng đề nghị quản trị viên gửi liên kết mới.",
        "This link was used or has expired. Ask an administrator for a new one.");

    internal static readonly FailureDefinition AlreadySetUp = new(
        "access.already_set_up", FailureKind.Conflict,
        "Hệ thống đã có quản trị viên. Vui lòng đăng nhập.",
        "The system already has an administrator. Sign in instead.");

    internal static readonly FailureDefinition PasswordTooShort = new(
        "access.password_too_short", FailureKind.Invalid,
        "Mật khẩu cần ít nhất {0} ký tự. Có thể dùng một câu ngắn dễ nhớ.",
        "A password needs at least {0} characters. A short sentence is fine.");

    internal static readonly FailureDefinition PasswordTooLong = new(
        "access.password_too_long", FailureKind.Invalid,
        "Mật khẩu dài tối đa {0} ký tự.",
        "A password has at most {0} characters.");

    internal static readonly FailureDefinition PasswordTooEasy = new(
        "access.password_too_easy", FailureKind.Invalid,
        "Mật khẩu này dễ đoán (chứa tên đăng nhập, hoặc quá phổ biến). Vui lòng chọn mật khẩu khác.",
        "This password is easy to guess (it holds the sign-in name, or is a common one). Choose another.");

    internal static readonly FailureDefinition NotByDemonstration = new(
        "access.not_in_demonstration", FailureKind.Conflict,
        "Tài khoản trình diễn dùng chung, nên không đổi mật khẩu và không xóa được.",
        "Demonstration accounts are shared: they keep their password and cannot be erased.");

    internal static readonly FailureDefinition ExpiryOutOfRange = new(
        "access.expiry_out_of_range", FailureKind.Invalid,
        "Ngày hết hạn phải sau hôm nay và trong vòng {0} ngày.",
        "The expiry must be later than today and within {0} days.");
}
