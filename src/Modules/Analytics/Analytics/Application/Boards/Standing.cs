using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>How one obligation of a period stands.</summary>
/// <param name="Unit">Place of the unit in the frame.</param>
/// <param name="UnitType">Its type when the period opened.</param>
/// <param name="State">Where the submission stands.</param>
/// <param name="IsLate">Handed in after the due date, or not handed in although the due date is over.</param>
/// <param name="DueOn">Last day on which it is on time.</param>
/// <param name="IsExtended">Whether this unit alone was given longer.</param>
internal sealed record Standing(int Unit, string UnitType, SubmissionState State, bool IsLate, DateOnly DueOn, bool IsExtended);

/// <summary>How many reports stand where.</summary>
/// <param name="Expected">Reports that are owed.</param>
/// <param name="NotStarted">Nothing entered.</param>
/// <param name="InProgress">Being filled in, or waiting for the head's release.</param>
/// <param name="Submitted">Waiting for review.</param>
/// <param name="Returned">Returned with reasons.</param>
/// <param name="Approved">Approved, locked ones among them.</param>
/// <param name="Late">Handed in late, or not handed in although the due date is over.</param>
internal sealed record StandingCounts(int Expected, int NotStarted, int InProgress, int Submitted, int Returned, int Approved, int Late)
{
    /// <summary>Handed in, whatever became of it.</summary>
    public int HandedIn => Submitted + Returned + Approved;

    internal static StandingCounts Of(IReadOnlyCollection<Standing> standings) => new(
        standings.Count,
        standings.Count(standing => standing.State == SubmissionState.NotStarted),
        standings.Count(standing => standing.State is SubmissionState.Draft or SubmissionState.AwaitingHead),
        standings.Count(standing => standing.State == SubmissionState.Submitted),
        standings.Count(standing => standing.State == SubmissionState.Returned),
        standings.Count(standing => standing.State is SubmissionState.Approved or SubmissionState.Locked),
        standings.Count(standing => standing.IsLate));
}

/// <summary>
/// Reads how the obligations of a period stand, or stood when an edition was sealed. Within one unit of work they are read once: a run of
/// briefs asks for each unit in turn.
/// </summary>
internal sealed class StandingReader(ISender sender, TimeProvider clock)
{
    private readonly Dictionary<PeriodFrame, IReadOnlyList<Standing>> _read = [];

    /// <summary>All obligations of units at or under one, along either relation; all of the period for the whole area.</summary>
    internal async Task<IReadOnlyList<Standing>> ReadAsync(PeriodFrame frame, Guid unitId, CancellationToken cancellationToken)
    {
        if (!_read.TryGetValue(frame, out var all)) _read[frame] = all = await ReadAllAsync(frame, cancellationToken);
        var top = frame.Rollup.UnitOf(unitId);
        return top == frame.Home ? all : [.. all.Where(standing => IsUnder(frame, top, standing.Unit))];
    }

    private async Task<IReadOnlyList<Standing>> ReadAllAsync(PeriodFrame frame, CancellationToken cancellationToken)
    {
        var states = new Dictionary<Guid, SubmissionStatus>();
        await foreach (var status in StatesAsync(frame, cancellationToken)) states[status.ObligationId] = status;
        var today = frame.Edition?.SealedOn ?? CityTime.Today(clock);
        var standings = new List<Standing>();
        await foreach (var obligation in ObligationsAsync(frame, cancellationToken))
        {
            var unit = frame.Rollup.UnitOf(obligation.UnitId);
            if (unit < 0) continue;
            var status = states.GetValueOrDefault(obligation.Id);
            var state = status?.State ?? SubmissionState.NotStarted;
            var due = obligation.ExtendedTo ?? obligation.DueOn;
            var isLate = status?.FirstSubmittedAt is null ? due < today : status.IsLate;
            standings.Add(new(unit, obligation.UnitType, state, isLate, due, obligation.ExtendedTo is not null));
        }

        return standings;
    }

    private IAsyncEnumerable<SubmissionStatus> StatesAsync(PeriodFrame frame, CancellationToken cancellationToken) => frame.Edition is { } edition
        ? edition.States.ToAsyncEnumerable()
        : sender.CreateStream(new StreamSubmissionStates(frame.PeriodId), cancellationToken);

    private IAsyncEnumerable<Obligation> ObligationsAsync(PeriodFrame frame, CancellationToken cancellationToken) => frame.Edition is { } edition
        ? edition.Obligations.ToAsyncEnumerable()
        : sender.CreateStream(new StreamObligations(frame.PeriodId), cancellationToken);

    private static bool IsUnder(PeriodFrame frame, int top, int unit) =>
        frame.Rollup.Responsibility.Contains(top, unit) || frame.Rollup.Territory.Contains(top, unit);
}
