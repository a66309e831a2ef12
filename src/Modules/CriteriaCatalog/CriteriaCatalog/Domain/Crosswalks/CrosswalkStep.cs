namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>Where a link stands, which is what its last step made of it.</summary>
internal enum CrosswalkState
{
    /// <summary>It waits for somebody else to approve it.</summary>
    Proposed,

    /// <summary>It holds from its first day on.</summary>
    Approved,

    /// <summary>Somebody else turned it down.</summary>
    Refused,

    /// <summary>Who proposed it took it back.</summary>
    Withdrawn,

    /// <summary>It was approved and has got a last day.</summary>
    Ended,
}

/// <summary>One step in the life of a link. Steps are only ever added: together they say what was known of it at any moment.</summary>
internal sealed class CrosswalkStep
{
    public Guid CrosswalkId { get; init; }

    /// <summary>From 1, in order.</summary>
    public int Number { get; init; }

    /// <summary>What the step made of the link.</summary>
    public CrosswalkState State { get; init; }

    /// <summary>Last day from this step on; null while no end is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Who took it: the person or API client; empty for the system.</summary>
    public Guid TakenBy { get; init; }

    public DateTimeOffset TakenAt { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>An indicator whose values a link takes.</summary>
internal sealed class CrosswalkSource
{
    public Guid CrosswalkId { get; init; }

    public Guid IndicatorId { get; init; }

    public required string SetCode { get; init; }

    public required string Code { get; init; }

    /// <summary>Place among the sources, from 0.</summary>
    public int Place { get; init; }
}

/// <summary>The one row that every approval counts up: that links do not overlap or chain is a rule over all of them, so of two at once one is told.</summary>
internal sealed class CrosswalkHead : BuildingBlocks.Data.IVersioned
{
    internal const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public int Version { get; private set; }

    /// <summary>Approvals so far.</summary>
    public long Approvals { get; private set; }

    internal void Count() => Approvals++;
}
