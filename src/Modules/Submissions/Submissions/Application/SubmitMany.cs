using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application;

/// <summary>One submission of a list, as it was seen.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Version">The version seen; null takes whatever is there.</param>
internal sealed record SubmissionRef(Guid Id, int? Version = null);

/// <summary>What became of one submission of a list.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Failures">Why it was not done; empty where it was.</param>
internal sealed record ItemOutcome(Guid Id, IReadOnlyList<Failure> Failures)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Failures.Count == 0;
}

/// <summary>Hands in many submissions; each stands for itself.</summary>
internal sealed record SubmitMany(IReadOnlyList<SubmissionRef> Submissions, EntrySource Source)
    : ICommand<IReadOnlyList<ItemOutcome>>;

internal sealed class SubmitManyValidator : AbstractValidator<SubmitMany>
{
    private const int MostAtOnce = 1000;

    public SubmitManyValidator() => RuleFor(command => command.Submissions).Must(list => list is { Count: > 0 and <= MostAtOnce })
        .Say($"Vui lòng gửi từ 1 đến {MostAtOnce} báo cáo.", $"Send 1 to {MostAtOnce} submissions.");
}

internal sealed class SubmitManyHandler(ISubmissionsDb db, Submitting submitting)
    : ICommandHandler<SubmitMany, IReadOnlyList<ItemOutcome>>
{
    public async Task<Result<IReadOnlyList<ItemOutcome>>> Handle(SubmitMany request, CancellationToken cancellationToken)
    {
        var outcomes = new List<ItemOutcome>(request.Submissions.Count);
        foreach (var some in request.Submissions.DistinctBy(item => item.Id).Chunk(Batches.SubmissionsAtOnce))
        {
            outcomes.AddRange(await Batches.RetryAsync(
                db, () => submitting.RunAsync(some, request.Source, Audit, cancellationToken)));
        }

        return outcomes;
    }

    private static AuditEntry Audit(IReadOnlyList<Submission> done) => Batches.Audit("submissions.submit_many", done);
}

/// <summary>Hands in one submission.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Version">The version seen; null takes whatever is there.</param>
/// <param name="Source">From where.</param>
internal sealed record SubmitSubmission(Guid SubmissionId, int? Version, EntrySource Source) : ICommand;

internal sealed class SubmitSubmissionHandler(ISubmissionsDb db, Submitting submitting) : ICommandHandler<SubmitSubmission>
{
    public async Task<Result> Handle(SubmitSubmission request, CancellationToken cancellationToken)
    {
        SubmissionRef[] one = [new(request.SubmissionId, request.Version)];
        var outcomes = await Batches.RetryAsync(db, () => submitting.RunAsync(one, request.Source, Audit, cancellationToken));
        return outcomes[0].Done ? Result.Ok : Result.Failed(outcomes[0].Failures);
    }

    private static AuditEntry Audit(IReadOnlyList<Submission> done) => new(
        "submissions.submit", "submission", done[0].Id.ToString(), done[0].UnitId, new { done[0].SheetVersion, done[0].IsLate });
}
