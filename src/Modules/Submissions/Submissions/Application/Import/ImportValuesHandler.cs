using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Import;

/// <summary>Stages, plans, checks and applies an import.</summary>
internal sealed class ImportValuesHandler(
    ISubmissionsDb db, Guardian guardian, ImportPlanner planner, ImportWriter writer, Submitting submitting)
    : ICommandHandler<ImportValues, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(ImportValues request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(SubmissionsPermissions.Import);
        if (!allowed.Succeeded) return allowed;
        var stage = new ImportStage();
        var read = await request.Read(stage, request.Atomic ? ImportValues.MostAtomicRows : ImportValues.MostRows, cancellationToken);
        if (!read.Succeeded) return read;
        if (stage.Count == 0) return ImportFailures.NoRows;

        var problems = new ProblemList();
        var plan = await planner.PlanAsync(stage, problems, cancellationToken);
        var work = new List<TargetWork>(plan.Targets.Count);
        for (var target = 0; target < plan.Targets.Count; target++)
        {
            var rows = ImportRows.Check(plan, target, problems);
            if (rows.Count > 0) work.Add(new TargetWork(plan.Targets[target], rows));
        }

        var count = await writer.WriteAsync(plan, work, problems, request.DryRun, request.Atomic, cancellationToken);
        var (submitted, notSubmitted) = request.Submit && count.Written
            ? await SubmitAsync(work, cancellationToken)
            : (0, []);
        return new ImportReport(
            stage.Count, work.Count, count.Changed, stage.Count - problems.Count - count.Changed, problems.Count, submitted, count.Written,
            problems.First, problems.Counts, notSubmitted);
    }

    private async Task<(int Submitted, IReadOnlyList<ItemOutcome> NotSubmitted)> SubmitAsync(
        List<TargetWork> work, CancellationToken cancellationToken)
    {
        var submitted = 0;
        var left = new List<ItemOutcome>();
        foreach (var some in work.Select(item => new SubmissionRef(item.Target.Submission.Id)).Chunk(Batches.SubmissionsAtOnce))
        {
            var outcomes = await Batches.RetryAsync(db, () => submitting.RunAsync(
                some, EntrySource.Import, done => Batches.Audit("submissions.submit_many", done), cancellationToken));
            submitted += outcomes.Count(outcome => outcome.Done);

            // One that was handed in by an earlier try of the same import needs nothing more.
            left.AddRange(outcomes.Where(outcome =>
                !outcome.Done && outcome.Failures[0].Code != SubmissionFailures.AlreadySubmitted.Code));
        }

        return (submitted, left);
    }
}

/// <summary>A submission and its rows that passed the checks.</summary>
internal sealed record TargetWork(ImportTarget Target, IReadOnlyList<int> Rows);
