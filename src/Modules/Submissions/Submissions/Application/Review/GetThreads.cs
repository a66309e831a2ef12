using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using MediatR;

namespace LearningCity.Submissions.Application.Review;

/// <summary>What was asked about the cells of a submission and answered, for both sides.</summary>
internal sealed record GetThreads(Guid SubmissionId) : IQuery<Result<ThreadsView>>;

/// <summary>The threads of a submission.</summary>
/// <param name="View">The submission.</param>
/// <param name="Cells">Its cells with a thread: those that wait for an answer first.</param>
internal sealed record ThreadsView(SubmissionView View, IReadOnlyList<ThreadCell> Cells);

/// <summary>A cell with its thread.</summary>
internal sealed record ThreadCell(CellView Cell, IReadOnlyList<ThreadTurn> Turns);

internal sealed class GetThreadsHandler(Threads threads, ISender sender) : IQueryHandler<GetThreads, Result<ThreadsView>>
{
    public async Task<Result<ThreadsView>> Handle(GetThreads request, CancellationToken cancellationToken)
    {
        var asked = await sender.Send(new GetSubmission(request.SubmissionId), cancellationToken);
        if (!asked.Succeeded) return asked.WithoutValue();
        var turns = await threads.OfAsync(request.SubmissionId, cancellationToken);
        return new ThreadsView(asked.Value,
        [
            .. asked.Value.Cells.Where(cell => turns.Contains(cell.Place))
                .Select(cell => new ThreadCell(cell, [.. turns[cell.Place]]))
                .OrderByDescending(cell => cell.Turns.Any(turn => turn.IsOpen)),
        ]);
    }
}
