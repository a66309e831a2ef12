using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Whether a period still takes something from a unit, and whether that is late. An extension is asked for only where it matters: after
/// the due date, and after closing.
/// </summary>
internal sealed class PeriodGate(ISender sender, Claims claims, TimeProvider clock)
{
    private readonly Dictionary<Guid, Period> _periods = [];

    /// <summary>The period of a submission.</summary>
    internal async Task<Period> PeriodAsync(Guid periodId, CancellationToken cancellationToken)
    {
        if (_periods.TryGetValue(periodId, out var known)) return known;
        var period = await sender.Send(new GetPeriod(periodId), cancellationToken)
            ?? throw new InvalidOperationException($"There is no period {periodId}.");
        return _periods[periodId] = period;
    }

    /// <summary>Which submissions of one period may be changed now, and which of them would be late.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Timing>> JudgeAsync(
        Guid periodId, IReadOnlyCollection<Submission> submissions, CancellationToken cancellationToken)
    {
        var period = await PeriodAsync(periodId, cancellationToken);
        var now = clock.GetUtcNow();
        if (period.State == PeriodState.Planned)
            return submissions.ToDictionary(s => s.Id, _ => new Timing(SubmissionFailures.PeriodNotOpen.With(period.OpensOn), false));

        // What was received before the end of the due date is on time (semantics, dates).
        if (await IsBeingSealedAsync(period, cancellationToken))
            return submissions.ToDictionary(s => s.Id, _ => new Timing(SubmissionFailures.BeingSealed, false));
        var closed = period.IsClosed;
        var doubtful = submissions.Where(s => closed || now >= CityTime.EndOf(s.DueOn)).ToList();
        var extensions = doubtful.Count == 0 ? [] : await ExtensionsAsync(periodId, doubtful, cancellationToken);
        return submissions.ToDictionary(s => s.Id, s => Judge(period, s, extensions.GetValueOrDefault(s.ObligationId), now));
    }

    /// <summary>Whether somebody seals the period at this moment; only a closed one can be sealed.</summary>
    internal async Task<bool> IsBeingSealedAsync(Period period, CancellationToken cancellationToken) =>
        period.IsClosed && await claims.IsHeldAsync(SealingHold.Of(period.Id), cancellationToken);

    /// <summary>The same for one submission.</summary>
    internal async Task<Timing> JudgeAsync(Submission submission, CancellationToken cancellationToken) =>
        (await JudgeAsync(submission.PeriodId, [submission], cancellationToken))[submission.Id];

    private static Timing Judge(Period period, Submission submission, DateOnly? extendedTo, DateTimeOffset now)
    {
        var late = now >= CityTime.EndOf(extendedTo is { } extended && extended > submission.DueOn ? extended : submission.DueOn);
        var isExtended = extendedTo is { } until && now < CityTime.EndOf(until);

        // What was approved once can be corrected after closing: by the reviewing body alone, with a reason, and approved like any value
        // (semantics, submissions). Until it opens the correction the state of the submission lets nobody change anything.
        return period.IsClosed && !isExtended && submission.ApprovedSheetVersion is null
            ? new Timing(SubmissionFailures.PeriodClosed.With(period.ClosesOn), late)
            : new Timing(null, late);
    }

    private async Task<Dictionary<Guid, DateOnly?>> ExtensionsAsync(
        Guid periodId, List<Submission> submissions, CancellationToken cancellationToken)
    {
        var units = submissions.Select(s => s.UnitId).Distinct().ToList();
        var obligations = await sender.Send(new FindObligations(periodId, units), cancellationToken);
        return obligations.ToDictionary(obligation => obligation.Id, obligation => obligation.ExtendedTo);
    }
}

/// <summary>What the period says to a submission now.</summary>
/// <param name="Refusal">Why nothing is taken; null where it is.</param>
/// <param name="IsLate">Whether handing in now is late.</param>
internal sealed record Timing(Failure? Refusal, bool IsLate);
