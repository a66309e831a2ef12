using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>What is left to do before a submission can be handed in.</summary>
internal static class Readiness
{
    /// <summary>Every cell owed has one of the answers and keeps the hard relations of the catalogue, and every returned cell was answered; each failure names its indicator's code.</summary>
    internal static IReadOnlyList<Failure> Check(
        Form form, Submission submission, WorkingSheet sheet, IReadOnlyCollection<CellReturn> openReturns)
    {
        var problems = new List<Failure>();
        foreach (var place in Places.Each(submission.Owed))
        {
            var cell = sheet.Find(place, "");
            var indicator = form.At(place);
            if (cell.State != CellState.NotReported)
            {
                problems.AddRange(CatalogueRules.BrokenRelations(indicator, cell, reference => FigureOf(form, sheet, reference)));
                continue;
            }

            problems.Add(cell.Text is null
                ? CellFailures.Missing.On(indicator.Code, indicator.Name)
                : CellFailures.Unreadable.On(indicator.Code, indicator.Name, cell.Text));
        }

        foreach (var cell in openReturns)
        {
            if (cell.Answer is not null || sheet.Find(cell.Place, cell.Disaggregation).Track.Version > cell.CellVersion) continue;
            var indicator = form.At(cell.Place);
            problems.Add(SubmissionFailures.ReturnNotAnswered.On(indicator.Code, indicator.Name));
        }

        return problems;
    }

    private static decimal? FigureOf(Form form, WorkingSheet sheet, FormulaReference reference) =>
        form.PlaceOf(reference.Code) is var place and >= 0 ? CatalogueRules.Figure(form.At(place), sheet.Find(place, ""), reference.Part) : null;
}
