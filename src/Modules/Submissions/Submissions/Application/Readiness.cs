using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>What is left to do before a submission can be handed in.</summary>
internal static class Readiness
{
    /// <summary>Every cell owed has one of the answers, and every returned cell was answered; each failure names its indicator's code.</summary>
    internal static IReadOnlyList<Failure> Check(
        Form form, Submission submission, WorkingSheet sheet, IReadOnlyCollection<CellReturn> openReturns)
    {
        var problems = new List<Failure>();
        foreach (var place in Places.Each(submission.Owed))
        {
            var cell = sheet.Find(place, "");
            if (cell.State != CellState.NotReported) continue;
            var indicator = form.At(place);
            problems.Add(cell.Text is null
                ? CellFailures.Missing.On(indicator.Code, indicator.Name)
                : CellFailures.Unreadable.On(indicator.Code, indicator.Name, cell.Text));
        }

        foreach (var cell in openReturns)
        {
            if (sheet.Find(cell.Place, cell.Disaggregation).Track.Version > cell.CellVersion) continue;
            var indicator = form.At(cell.Place);
            problems.Add(SubmissionFailures.ReturnNotAnswered.On(indicator.Code, indicator.Name));
        }

        return problems;
    }
}
