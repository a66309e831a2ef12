using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>
/// A link from indicators of some sets to one of another set. What it says never changes; a better one is a new proposal. It takes two
/// people: one proposes, another approves (semantics, "Crosswalk").
/// </summary>
internal sealed class Crosswalk : IVersioned
{
    private readonly List<CrosswalkStep> _steps = [];
    private readonly List<CrosswalkSource> _sources = [];

    private Crosswalk() => (TargetSetCode, TargetCode, TargetSortKey) = ("", "", "");

    public Guid Id { get; private set; }

    public Guid TargetId { get; private set; }

    public string TargetSetCode { get; private set; }

    public string TargetCode { get; private set; }

    public string TargetSortKey { get; private set; }

    /// <summary>Counts the proposals for one target, from 1.</summary>
    public int Number { get; private set; }

    public CrosswalkKind Kind { get; private set; }

    /// <summary>The expression over the sources' codes, of a formula.</summary>
    public string? Formula { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day as far as is known now; before the first day for a link that never should have held.</summary>
    public DateOnly? ValidTo { get; private set; }

    public CrosswalkState State { get; private set; }

    public Guid ProposedBy { get; private set; }

    public IReadOnlyList<CrosswalkSource> Sources => _sources;

    public IReadOnlyList<CrosswalkStep> Steps => _steps;

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>A new proposal.</summary>
    internal static Crosswalk Propose(
        CatalogIndicator target, int number, IReadOnlyList<CatalogIndicator> sources, CrosswalkDraft draft, Guid by, DateTimeOffset at)
    {
        var crosswalk = new Crosswalk
        {
            Id = Ids.New(),
            TargetId = target.Id,
            TargetSetCode = target.SetCode,
            TargetCode = target.Code,
            TargetSortKey = target.SortKey,
            Number = number,
            Kind = draft.Kind,
            Formula = draft.Formula,
            ValidFrom = draft.ValidFrom,
            ValidTo = draft.ValidTo,
            ProposedBy = by,
        };
        crosswalk._sources.AddRange(sources.Select((source, place) => new CrosswalkSource
        {
            CrosswalkId = crosswalk.Id,
            IndicatorId = source.Id,
            SetCode = source.SetCode,
            Code = source.Code,
            Place = place,
        }));
        crosswalk.Take(CrosswalkState.Proposed, draft.Reason, by, at);
        return crosswalk;
    }

    /// <summary>What the rules over all links look at.</summary>
    internal LinkShape Shape => new(Id, TargetId, [.. _sources.OrderBy(source => source.Place).Select(source => source.IndicatorId)], Kind, new(ValidFrom, ValidTo));

    /// <summary>Lets it hold, if somebody else than the proposer says so.</summary>
    internal Result Approve(string reason, Guid by, DateTimeOffset at)
    {
        if (State != CrosswalkState.Proposed) return CrosswalkFailures.NotProposed;
        if (by == ProposedBy) return CrosswalkFailures.NeedsSomebodyElse;
        Take(CrosswalkState.Approved, reason, by, at);
        return Result.Ok;
    }

    /// <summary>Turns it down; who proposed it takes it back.</summary>
    internal Result Refuse(string reason, Guid by, DateTimeOffset at)
    {
        if (State != CrosswalkState.Proposed) return CrosswalkFailures.NotProposed;
        Take(by == ProposedBy ? CrosswalkState.Withdrawn : CrosswalkState.Refused, reason, by, at);
        return Result.Ok;
    }

    /// <summary>Gives an approved link a last day, earlier than the one that it has; the day before its first for one that never should have held.</summary>
    internal Result End(DateOnly lastDay, string reason, Guid by, DateTimeOffset at)
    {
        if (State is not (CrosswalkState.Approved or CrosswalkState.Ended)) return CrosswalkFailures.NotApproved;
        if (lastDay < ValidFrom.AddDays(-1) || lastDay >= ValidTo) return CrosswalkFailures.LastDayOutside.On("lastDay", ValidFrom.AddDays(-1));
        ValidTo = lastDay;
        Take(CrosswalkState.Ended, reason, by, at);
        return Result.Ok;
    }

    /// <summary>Whether it held on a reference date, as was known at a moment (null: now).</summary>
    internal bool HoldsOn(DateOnly on, DateTimeOffset? knownAt)
    {
        var last = _steps.Where(step => knownAt is null || step.TakenAt <= knownAt).MaxBy(step => step.Number);
        return last?.State is CrosswalkState.Approved or CrosswalkState.Ended && new DaySpan(ValidFrom, last.ValidTo).Contains(on);
    }

    private void Take(CrosswalkState state, string reason, Guid by, DateTimeOffset at)
    {
        State = state;
        _steps.Add(new CrosswalkStep
        {
            CrosswalkId = Id,
            Number = _steps.Count + 1,
            State = state,
            ValidTo = ValidTo,
            TakenBy = by,
            TakenAt = at,
            Reason = reason,
        });
    }
}

/// <summary>What a proposal says beside its indicators.</summary>
internal sealed record CrosswalkDraft(CrosswalkKind Kind, string? Formula, DateOnly ValidFrom, DateOnly? ValidTo, string Reason);
