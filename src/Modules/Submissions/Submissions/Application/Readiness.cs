using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>What is left to do before a submission can be handed in.</summary>
internal static class Readiness
{
    /// <summary>
    /// Every cell owed has one of the answers, keeps the hard relations of the catalogue and has the evidence that it requires; every
    /// returned cell was answered. Each failure names its indicator's code.
    /// </summary>
    /// <param name="form">What the cells take.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="sheet">What it says.</param>
    /// <param name="bases">How its figures came about.</param>
    /// <param name="openReturns">Cells that wait for an answer.</param>
    /// <param name="evidenced">Places that a piece of evidence supports.</param>
    internal static IReadOnlyList<Failure> Check(
        Form form, Submission submission, WorkingSheet sheet, CellBases bases, IReadOnlyCollection<CellReturn> openReturns,
        IReadOnlySet<int> evidenced)
    {
        var problems = new List<Failure>();
        foreach (var place in Places.Each(submission.Owed))
        {
            var cell = sheet.Find(place, "");
            var indicator = form.At(place);
            if (cell.State == CellState.NotReported)
            {
                problems.Add(cell.Text is null
                    ? CellFailures.Missing.On(indicator.Code, indicator.Name)
                    : CellFailures.Unreadable.On(indicator.Code, indicator.Name, cell.Text));
                continue;
            }

            problems.AddRange(form.PartsAt(place).Select(part => sheet.Find(place, part.Key)).Where(part => part.State == CellState.NotReported && part.Text is not null)
                .Select(part => CellFailures.Unreadable.On(indicator.Code, indicator.Name, part.Text!)));
            problems.AddRange(CatalogueRules.BrokenRelations(indicator, cell, reference => form.FigureOf(sheet, reference)));
            var basis = bases.Of(place, "", cell.Track.Version);
            if (CellWays.Missing(indicator, cell, basis) is { } unsaid) problems.Add(unsaid);
            if (MeasuredValues.Missing(indicator, cell, basis) is { } unmeasured) problems.Add(unmeasured);
            if (EvidenceRules.Missing(indicator, cell, evidenced.Contains(place)) is { } missing) problems.Add(missing);
        }

        problems.AddRange(openReturns.Where(cell => !IsAnswered(cell, sheet)).Select(cell => form.At(cell.Place))
            .Select(indicator => SubmissionFailures.ReturnNotAnswered.On(indicator.Code, indicator.Name)));
        return problems;
    }

    /// <summary>Whether the unit said something about it, or set it since it was returned, or, of a figure, one of its parts.</summary>
    private static bool IsAnswered(CellReturn returned, WorkingSheet sheet) =>
        returned.Answer is not null
        || sheet.Find(returned.Place, returned.Disaggregation).Track.Version > returned.CellVersion
        || (returned.Disaggregation.Length == 0
            && sheet.Cells.Any(cell => cell.Place == returned.Place && cell.Disaggregation.Length > 0 && cell.Track.At > returned.ReturnedAt));
}
