using System.Text.Json;
using LearningCity.BuildingBlocks.Http;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>A question of UNESCO's biennial progress report.</summary>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Code">Its number in the form.</param>
/// <param name="Question">The question.</param>
/// <param name="WordLimit">Most words of an answer.</param>
/// <param name="Facts">What the product can say to it: <c>committees</c>, <c>reporting</c>, <c>targets</c>, <c>progress</c>, <c>area:CODE</c>; empty for none.</param>
internal sealed record UnescoQuestion(string Section, string Code, string Question, int WordLimit, IReadOnlyList<string> Facts);

/// <summary>
/// The questions: a file of the installation (<c>Reports:UnescoQuestions</c>), else the product's, which follows the topics of the form of
/// 2021 as far as they are public and is to be put right once the form of the round is known.
/// </summary>
internal sealed class UnescoQuestions
{
    public UnescoQuestions(IConfiguration configuration)
    {
        using var file = configuration["Reports:UnescoQuestions"] is { Length: > 0 } path
            ? File.OpenRead(path)
            : typeof(UnescoQuestions).Assembly.GetManifestResourceStream("unesco-questions.json")!;
        All = JsonSerializer.Deserialize<List<UnescoQuestion>>(file, Json.Options) ?? [];
    }

    internal IReadOnlyList<UnescoQuestion> All { get; }
}
