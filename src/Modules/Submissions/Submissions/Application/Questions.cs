using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>What is asked about the figures of a sheet. None of it keeps the sheet from being handed in; a comment is the answer.</summary>
internal static class Questions
{
    /// <summary>What is asked about one figure and its parts, but for its change since the last period.</summary>
    internal static IReadOnlyList<Failure> At(Form form, int place, WorkingSheet sheet)
    {
        var (indicator, cell) = (form.At(place), sheet.Find(place, ""));
        return
        [
            .. CatalogueRules.Questions(indicator, cell, reference => form.FigureOf(sheet, reference)),
            .. Breakdowns.Differences(indicator, form.PartsAt(place), cell, key => sheet.Find(place, key)),
        ];
    }
}
