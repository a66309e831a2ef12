using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>What was raised.</summary>
public enum MatterKind
{
    /// <summary>Something stands in the way.</summary>
    Difficulty,

    /// <summary>Somebody should do something.</summary>
    Proposal,
}

/// <summary>Difficulties and proposals that some units raised with a period, the oldest first; at most five hundred.</summary>
/// <param name="PeriodId">The period.</param>
/// <param name="UnitIds">The units.</param>
public sealed record ListMattersRaised(Guid PeriodId, IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<RaisedMatter>>;

/// <summary>Difficulties and proposals on which one of some units is to act, the oldest first.</summary>
/// <param name="UnitIds">The units.</param>
/// <param name="Most">How many are listed; all are counted.</param>
public sealed record ListMattersHeld(IReadOnlyCollection<Guid> UnitIds, int Most) : IQuery<HeldMatters>;

/// <summary>What waits for some units.</summary>
/// <param name="Count">How many.</param>
/// <param name="Oldest">The oldest of them.</param>
public sealed record HeldMatters(int Count, IReadOnlyList<RaisedMatter> Oldest);

/// <summary>A difficulty or a proposal, in the words of who raised it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="UnitId">Who raised it.</param>
/// <param name="Subject">Code of the content area or indicator that it is about; null for none.</param>
/// <param name="IsIndicator">Whether that is an indicator.</param>
/// <param name="HolderUnitId">To whom it is addressed now: who is to act, or did.</param>
/// <param name="RaisedOn">When it was raised.</param>
public sealed record RaisedMatter(
    Guid Id, string Code, MatterKind Kind, string Text, Guid UnitId, string? Subject, bool IsIndicator, Guid HolderUnitId, DateOnly RaisedOn);
