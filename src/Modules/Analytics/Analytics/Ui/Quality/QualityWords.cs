using LearningCity.Analytics.Application.Quality;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Ui.Quality;

/// <summary>How findings read.</summary>
internal static class QualityWords
{
    /// <summary>A kind of finding.</summary>
    internal static LocalText Of(FigureFlagKind kind) => kind switch
    {
        FigureFlagKind.Change => new("Thay đổi lớn", "Large change"),
        FigureFlagKind.History => new("Lệch so với các kỳ", "Unlike its own periods"),
        FigureFlagKind.Peers => new("Lệch so với cùng loại", "Unlike its peers"),
        FigureFlagKind.Lost => new("Mất số liệu", "No longer given"),
        FigureFlagKind.Rule => new("Trái quy tắc mềm", "Soft rule"),
        _ => new("Lặp lại kỳ trước", "Repeats the last period"),
    };

    /// <summary>What became of it.</summary>
    internal static LocalText Of(FindingState state) => state switch
    {
        FindingState.Open => new("Chưa xử lý", "Open"),
        FindingState.Explained => new("Đã giải thích", "Explained"),
        FindingState.SentBack => new("Đã trả về rà soát", "Sent back to review"),
        _ => new("Không còn", "Gone"),
    };

    internal static Tone ToneOf(FindingState state) => state switch
    {
        FindingState.Open => Tone.Attention,
        FindingState.Gone => Tone.Final,
        _ => Tone.Done,
    };

    /// <summary>The figure; a report that repeats the last one has none of its own.</summary>
    internal static string Value(FindingItem finding, decimal? value, Language language) =>
        value is { } known && finding.Definition is { } definition ? Words.Number(known, definition, language) : Display.NotAvailable;

    /// <summary>What is conspicuous, in one line.</summary>
    internal static string Finding(FindingItem finding, Language language)
    {
        var isEnglish = language == Language.En;
        return finding.Kind switch
        {
            FigureFlagKind.Copied => isEnglish
                ? $"{finding.Same} of {finding.Count} figures equal the last period's"
                : $"{finding.Same}/{finding.Count} số liệu trùng kỳ trước",
            FigureFlagKind.Lost => isEnglish ? $"Was {Value(finding, finding.Before, language)}, now without a figure" : $"Kỳ trước {Value(finding, finding.Before, language)}, kỳ này không có số liệu",
            FigureFlagKind.Change when finding.Change is { } change => isEnglish
                ? $"{Value(finding, finding.Before, language)} → {Value(finding, finding.Value, language)} ({Signed(change, language)})"
                : $"{Value(finding, finding.Before, language)} → {Value(finding, finding.Value, language)} ({Signed(change, language)})",
            FigureFlagKind.History or FigureFlagKind.Peers => isEnglish
                ? $"{Value(finding, finding.Value, language)}, median {Value(finding, finding.Median, language)} of {finding.Count}; M = {Score(finding, language)}"
                : $"{Value(finding, finding.Value, language)}, trung vị {Value(finding, finding.Median, language)} của {finding.Count} số liệu; M = {Score(finding, language)}",
            _ => Value(finding, finding.Value, language),
        };
    }

    private static string Score(FindingItem finding, Language language) => Display.Number(decimal.Round(finding.Score ?? 0, 1), language, 1);

    private static string Signed(decimal change, Language language) => (change > 0 ? "+" : "") + Display.Percent(change, language);
}
