using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain;

/// <summary>Refusals of surveys and expert reviews. The first argument is the name of the indicator.</summary>
internal static class MeasuredFailures
{
    internal static readonly FailureDefinition SurveyMissing = new(
        "submissions.survey_details_missing", FailureKind.Invalid,
        "Chỉ số {0} là kết quả khảo sát: cần ngày, phương pháp và cỡ mẫu.",
        "{0} comes from a survey: give its date, method and sample size.");

    internal static readonly FailureDefinition ReviewMissing = new(
        "submissions.expert_review_missing", FailureKind.Invalid,
        "Chỉ số {0} do chuyên gia đánh giá: cần thành phần, tiêu chí chấm, điểm của từng người và lý do.",
        "{0} is judged by experts: give the panel with its scores, the rubric and the rationale.");

    internal static readonly FailureDefinition NotMeasured = new(
        "submissions.not_measured", FailureKind.Invalid,
        "Chỉ số {0} không lấy từ nguồn này. Vui lòng bỏ phần thông tin khảo sát hoặc đánh giá.",
        "{0} does not come from this source. Leave the details of survey or review out.");

    internal static readonly FailureDefinition DayOutOfRange = new(
        "submissions.survey_day", FailureKind.Invalid,
        "Ngày khảo sát của chỉ số {0} cần từ năm 1990 và không sau hôm nay.",
        "The day of the survey for {0} must lie between 1990 and today.");

    internal static readonly FailureDefinition MethodExpected = new(
        "submissions.survey_method", FailureKind.Invalid,
        "Vui lòng ghi phương pháp khảo sát của chỉ số {0}, tối đa {1} ký tự.",
        "Say how the survey for {0} was made, in at most {1} characters.");

    internal static readonly FailureDefinition SampleExpected = new(
        "submissions.survey_sample", FailureKind.Invalid,
        "Cỡ mẫu của chỉ số {0} là số người đã trả lời, từ 1 trở lên.",
        "The sample of {0} is how many answered, 1 or more.");

    internal static readonly FailureDefinition MarginOutOfRange = new(
        "submissions.survey_margin", FailureKind.Invalid,
        "Sai số của chỉ số {0} tính bằng điểm phần trăm, từ 0 đến 100.",
        "The margin of error of {0} is in percentage points, from 0 to 100.");

    internal static readonly FailureDefinition PanelExpected = new(
        "submissions.expert_panel", FailureKind.Invalid,
        "Chỉ số {0} cần từ 1 đến {1} chuyên gia, mỗi người một dòng gồm tên hoặc đơn vị và điểm.",
        "{0} takes 1 to {1} experts, each with a name or body and a score.");

    internal static readonly FailureDefinition ScoreOutOfRange = new(
        "submissions.expert_score", FailureKind.Invalid,
        "Điểm của chuyên gia ở chỉ số {0} không thể nhỏ hơn 0 hoặc lớn hơn 1.000.000.",
        "A score for {0} cannot be below 0 or above 1,000,000.");

    internal static readonly FailureDefinition RubricExpected = new(
        "submissions.expert_rubric", FailureKind.Invalid,
        "Vui lòng ghi tiêu chí chấm điểm của chỉ số {0}, tối đa {1} ký tự.",
        "Say by which rubric {0} was judged, in at most {1} characters.");

    internal static readonly FailureDefinition RationaleExpected = new(
        "submissions.expert_rationale", FailureKind.Invalid,
        "Vui lòng ghi lý do thống nhất điểm của chỉ số {0}, tối đa {1} ký tự.",
        "Say why the panel agreed on the score of {0}, in at most {1} characters.");
}
