namespace LearningCity.BuildingBlocks.Results;

/// <summary>Refusals that any module may give.</summary>
public static class PlatformFailures
{
    /// <summary>A field breaks a rule of form; the sentence is the rule's own.</summary>
    public static readonly FailureDefinition InvalidField = new(
        "platform.invalid_field", FailureKind.Invalid, "{0}", "{1}");

    /// <summary>The body cannot be read as what it says it is.</summary>
    public static readonly FailureDefinition UnreadableBody = new(
        "platform.unreadable_body", FailureKind.Invalid,
        "Không đọc được nội dung gửi lên{0}. Vui lòng kiểm tra định dạng JSON và kiểu dữ liệu của từng trường.",
        "The body could not be read{0}. Check that it is JSON and that each field has the right type.");

    /// <summary>A parameter of the address has the wrong form.</summary>
    public static readonly FailureDefinition InvalidParameter = new(
        "platform.invalid_parameter", FailureKind.Invalid,
        "Tham số {0} chưa đúng dạng. Vui lòng xem tài liệu API tại /openapi/v1.json.",
        "The parameter {0} does not have the right form. See the API description at /openapi/v1.json.");

    /// <summary>The cursor was not made by this list.</summary>
    public static readonly FailureDefinition InvalidCursor = new(
        "platform.invalid_cursor", FailureKind.Invalid,
        "Con trỏ trang không đọc được. Vui lòng đọc lại danh sách từ đầu.",
        "The cursor could not be read. Start the list again without it.");

    /// <summary>Nobody is signed in.</summary>
    public static readonly FailureDefinition NotSignedIn = new(
        "platform.not_signed_in", FailureKind.Unauthenticated,
        "Vui lòng đăng nhập, hoặc gửi kèm khóa API còn hiệu lực.",
        "Sign in, or send a valid API key.");

    /// <summary>The caller lacks the permission, or has it for other units only.</summary>
    public static readonly FailureDefinition NotAllowed = new(
        "platform.not_allowed", FailureKind.Forbidden,
        "Tài khoản này chưa có quyền thực hiện việc này cho đơn vị được chọn. Vui lòng liên hệ quản trị viên.",
        "This account may not do this for the unit chosen. Ask an administrator.");

    /// <summary>A change with a session cookie that does not show that it comes from a page of this product.</summary>
    public static readonly FailureDefinition CrossSiteRequest = new(
        "platform.cross_site_request", FailureKind.Forbidden,
        "Yêu cầu chưa chứng minh được là gửi từ trang của hệ thống. Chương trình khác vui lòng dùng khóa API, hoặc gửi kèm tiêu đề X-Requested-With.",
        "The request does not show that it comes from a page of this system. Other programs use an API key, or send the header X-Requested-With.");

    /// <summary>There is no such thing.</summary>
    public static readonly FailureDefinition NotFound = new(
        "platform.not_found", FailureKind.NotFound,
        "Không tìm thấy nội dung này. Vui lòng kiểm tra lại địa chỉ hoặc mã.",
        "This was not found. Check the address or the code.");

    /// <summary>Somebody changed the thing after the caller read it.</summary>
    public static readonly FailureDefinition Stale = new(
        "platform.stale", FailureKind.Stale,
        "Nội dung đã được người khác thay đổi. Vui lòng tải lại rồi thực hiện tiếp.",
        "Somebody else changed this in the meantime. Read it again, then repeat.");

    /// <summary>A request that edits says which version it saw.</summary>
    public static readonly FailureDefinition IfMatchMissing = new(
        "platform.if_match_missing", FailureKind.Invalid,
        "Thiếu tiêu đề If-Match. Vui lòng gửi ETag đã nhận khi đọc.",
        "The header If-Match is missing. Send the ETag that the last read gave.");

    /// <summary>The same idempotency key came with another request.</summary>
    public static readonly FailureDefinition IdempotencyKeyReused = new(
        "platform.idempotency_key_reused", FailureKind.Conflict,
        "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Vui lòng dùng khóa mới.",
        "This Idempotency-Key was used for a different request. Use a new one.");

    /// <summary>The first request with this idempotency key was carried out, or is still being carried out.</summary>
    public static readonly FailureDefinition IdempotencyInProgress = new(
        "platform.idempotency_in_progress", FailureKind.Conflict,
        "Yêu cầu với khóa này đang được xử lý, hoặc đã xử lý xong nhưng chưa kịp lưu câu trả lời. Vui lòng đọc lại dữ liệu trước khi gửi tiếp.",
        "The request with this key is being carried out, or was carried out and its answer was lost. Read the resource before sending again.");

    /// <summary>The body is larger than is taken.</summary>
    public static readonly FailureDefinition BodyTooLarge = new(
        "platform.body_too_large", FailureKind.TooLarge,
        "Nội dung gửi lên lớn hơn mức cho phép. Vui lòng chia nhỏ rồi gửi lại.",
        "The body is larger than is accepted. Split it and send the parts.");

    /// <summary>The body is of a type that this address does not take.</summary>
    public static readonly FailureDefinition UnsupportedMediaType = new(
        "platform.unsupported_media_type", FailureKind.UnsupportedType,
        "Kiểu nội dung chưa được hỗ trợ tại địa chỉ này. Vui lòng kiểm tra tiêu đề Content-Type.",
        "This address does not take that type of content. Check the header Content-Type.");

    /// <summary>The address exists, the method does not.</summary>
    public static readonly FailureDefinition MethodNotAllowed = new(
        "platform.method_not_allowed", FailureKind.Invalid,
        "Địa chỉ này không nhận phương thức vừa dùng.",
        "This address does not take that method.");

    /// <summary>Too many requests from one client.</summary>
    public static readonly FailureDefinition TooManyRequests = new(
        "platform.too_many_requests", FailureKind.TooMany,
        "Quá nhiều yêu cầu trong thời gian ngắn. Vui lòng thử lại sau ít phút.",
        "Too many requests in a short time. Try again in a few minutes.");

    /// <summary>Something broke; the support code leads to the log.</summary>
    public static readonly FailureDefinition Broken = new(
        "platform.broken", FailureKind.Unavailable,
        "Hệ thống chưa xử lý được yêu cầu. Số liệu đã lưu vẫn còn. Vui lòng thử lại sau ít phút. Mã hỗ trợ: {0}",
        "The request did not go through. Saved figures are safe. Try again in a few minutes. Support code: {0}");
}
