using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;

namespace LearningCity.Submissions.Ui;

/// <summary>What the rows of the entry grid have in common.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Section">Code of the section that they stand in.</param>
/// <param name="ProblemOf">Why a cell was not taken; null where it was.</param>
internal sealed record EntrySheet(Language Language, string Section, Func<CellView, Failure?> ProblemOf)
{
    /// <summary>The text of the reader's language.</summary>
    internal string T(string vi, string en) => Language == Language.En ? en : vi;

    /// <summary>The text of the reader's language.</summary>
    internal string T(LocalText text) => text.In(Language);
}
