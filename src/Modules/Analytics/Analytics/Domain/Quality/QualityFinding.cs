using LearningCity.BuildingBlocks.Data;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Domain.Quality;

/// <summary>What became of a finding.</summary>
internal enum FindingState
{
    /// <summary>Nobody has settled it.</summary>
    Open,

    /// <summary>Somebody said why the figure is right.</summary>
    Explained,

    /// <summary>The reviewing body is asked about it.</summary>
    SentBack,

    /// <summary>A later check did not find it any more: the figure was corrected, or others were.</summary>
    Gone,
}

/// <summary>
/// A conspicuous figure that somebody should look at, with what it was judged by. A later check finds the same one again under its natural key, and
/// keeps what was said about it as long as the figure is the same.
/// </summary>
internal sealed class QualityFinding : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid IndicatorId { get; init; }

    public required FigureFlagKind Kind { get; init; }

    /// <summary>The report that the figure stands in.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>Code of the unit in the period, for the order of lists.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>What tells the findings of a unit apart, for the order of lists: the indicator's code and the kind.</summary>
    public required string Key { get; init; }

    public FindingState State { get; private set; }

    /// <summary>How odd it is, for the order of lists: hundredths of a score, per cent of a change or of what was repeated.</summary>
    public int Weight { get; private set; }

    /// <summary>The figure; a share as 0 to 1.</summary>
    public decimal? Value { get; private set; }

    /// <summary>The figure of the last period.</summary>
    public decimal? Before { get; private set; }

    /// <summary>Of a change: by what share of what it was.</summary>
    public decimal? Change { get; private set; }

    /// <summary>Of an outlier: its modified z-score.</summary>
    public decimal? Score { get; private set; }

    /// <summary>Of an outlier: the median that it lies far from.</summary>
    public decimal? Median { get; private set; }

    /// <summary>Of an outlier: among how many figures. Of a copy: how many were compared.</summary>
    public int? Count { get; private set; }

    /// <summary>Of a copy: how many are the same.</summary>
    public int? Same { get; private set; }

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>What was said when it was settled.</summary>
    public string? Note { get; private set; }

    public Guid? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Takes over what a check says of it; another figure than the one that was explained opens it again. Tells whether anything changed.</summary>
    internal bool Find(FigureFlag flag)
    {
        var same = (Value, Before) == (Rounded(flag.Value), Rounded(flag.Before)) && (Same, Count) == (flag.Same, flag.Count);
        var reopens = State == FindingState.Gone || (State == FindingState.Explained && Value != Rounded(flag.Value));
        if (same && !reopens && Score == Rounded(flag.Score)) return false;
        (Value, Before, Change, Score, Median) = (Rounded(flag.Value), Rounded(flag.Before), Rounded(flag.Change), Rounded(flag.Score), Rounded(flag.Median));
        (Count, Same, Weight) = (flag.Count, flag.Same, WeightOf(flag));
        if (reopens) State = FindingState.Open;
        return true;
    }

    /// <summary>Says what became of it.</summary>
    internal void Settle(FindingState state, string? note, Guid by, DateTimeOffset at) => (State, Note, SettledBy, SettledAt) = (state, note, by, at);

    /// <summary>A check did not find it any more.</summary>
    internal void Vanish() => State = FindingState.Gone;

    private static int WeightOf(FigureFlag flag)
    {
        var weight = flag switch
        {
            { Score: { } score } => Math.Abs(score) * 100,
            { Change: { } change } => Math.Abs(change) * 100,
            { Same: { } same, Count: > 0 and var count } => same * 100m / count,
            _ => 0,
        };
        return (int)Math.Min(weight, 1_000_000);
    }

    // As the database keeps it, so that finding the same again changes nothing; figures far out of range say no more than the bound does.
    private static decimal? Rounded(decimal? value) => value is { } exact ? decimal.Round(Math.Clamp(exact, -1e21m, 1e21m), 6, MidpointRounding.ToEven) : null;
}
