using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What the pages call links between indicators.</summary>
internal static class LinkWords
{
    internal static LocalText Of(CrosswalkState state) => state switch
    {
        CrosswalkState.Proposed => new("Chờ duyệt", "Awaiting approval"),
        CrosswalkState.Approved => new("Đã duyệt", "Approved"),
        CrosswalkState.Refused => new("Không duyệt", "Turned down"),
        CrosswalkState.Withdrawn => new("Đã rút", "Withdrawn"),
        _ => new("Đã kết thúc", "Ended"),
    };

    internal static Tone ToneOf(CrosswalkState state) => state switch
    {
        CrosswalkState.Proposed => Tone.Waiting,
        CrosswalkState.Approved => Tone.Done,
        _ => Tone.Neutral,
    };

    internal static LocalText Of(CrosswalkKind kind) => kind switch
    {
        CrosswalkKind.Equal => new("Bằng nhau", "Equal"),
        CrosswalkKind.Part => new("Một phần", "Part"),
        _ => new("Công thức", "Formula"),
    };

    internal static LocalText Meaning(CrosswalkKind kind) => kind switch
    {
        CrosswalkKind.Equal => new("Hai chỉ số hỏi cùng một số liệu", "Both ask for the same figure"),
        CrosswalkKind.Part => new("Nguồn là một phần; các phần được cộng lại và ghi rõ là chưa đủ", "The source is a part; parts are summed and marked partial"),
        _ => new("Tính từ các chỉ số nguồn", "Computed from the sources"),
    };

    /// <summary>From when to when a link holds.</summary>
    internal static string Validity(DateOnly from, DateOnly? to, Language language) => (to, language) switch
    {
        (null, Language.En) => $"From {Display.Date(from, language)}",
        (null, _) => $"Từ {Display.Date(from, language)}",
        ({ } last, Language.En) when last < from => "Never held",
        ({ } last, _) when last < from => "Không áp dụng ngày nào",
        ({ } last, _) => Display.DateRange(from, last, language),
    };
}
