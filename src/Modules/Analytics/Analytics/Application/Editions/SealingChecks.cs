using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>What stands between a period and its next edition.</summary>
/// <param name="IsClosed">Whether the period is closed; nothing else can be sealed.</param>
/// <param name="IsUpToDate">Whether everything that was approved is in the live figures.</param>
/// <param name="Expected">Reports owed.</param>
/// <param name="Approved">Reports approved.</param>
/// <param name="Waiting">Reports that wait for review: their figures will not be in the edition.</param>
/// <param name="Returned">Reports that were returned and not answered.</param>
/// <param name="Missing">Reports that were never handed in.</param>
/// <param name="Extended">Units whose extension still runs.</param>
internal sealed record SealingState(
    bool IsClosed, bool IsUpToDate, int Expected, int Approved, int Waiting, int Returned, int Missing, int Extended)
{
    /// <summary>Whether something is open that whoever seals must explain.</summary>
    public bool NeedsStatement => Waiting + Returned + Missing + Extended > 0;
}

/// <summary>Checks whether a period can be sealed, for the page before and the command itself.</summary>
internal sealed class SealingChecks(IAnalyticsDb db, ISender sender, TimeProvider clock)
{
    /// <summary>How a period stands.</summary>
    internal async Task<SealingState> ReadAsync(RollupPeriod period, CancellationToken cancellationToken)
    {
        var known = await sender.Send(new GetPeriod(period.PeriodId), cancellationToken);
        var states = new Dictionary<Guid, SubmissionState>();
        await foreach (var status in sender.CreateStream(new StreamSubmissionStates(period.PeriodId), cancellationToken))
            states[status.ObligationId] = status.State;
        var today = CityTime.Today(clock);
        var (expected, approved, waiting, returned, missing, extended) = (0, 0, 0, 0, 0, 0);
        await foreach (var obligation in sender.CreateStream(new StreamObligations(period.PeriodId), cancellationToken))
        {
            var state = states.GetValueOrDefault(obligation.Id);
            expected++;
            if (state is SubmissionState.Approved or SubmissionState.Locked) approved++;
            else if (state == SubmissionState.Submitted) waiting++;
            else if (state == SubmissionState.Returned) returned++;
            else missing++;
            if (obligation.ExtendedTo >= today && state is not (SubmissionState.Approved or SubmissionState.Locked)) extended++;
        }

        return new(
            known?.IsClosed == true,
            !period.WantsRecompute && !await db.DirtyUnits.AnyAsync(dirty => dirty.PeriodId == period.PeriodId, cancellationToken),
            expected, approved, waiting, returned, missing, extended);
    }

    /// <summary>Refuses what cannot be sealed now.</summary>
    internal async Task<Result> RequireAsync(RollupPeriod period, SealPeriod request, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(period, cancellationToken);
        if (!state.IsClosed) return AnalyticsFailures.NotClosed.On("period", period.PeriodCode);
        if (!state.IsUpToDate) return AnalyticsFailures.NotUpToDate.With(period.PeriodCode);
        return state.NeedsStatement && string.IsNullOrWhiteSpace(request.Statement) ? AnalyticsFailures.StatementMissing.On("statement") : Result.Ok;
    }
}
