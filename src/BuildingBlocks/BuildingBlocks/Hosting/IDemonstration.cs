namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>
/// A module's share in the demonstration city. It sends the module's own commands, as its users would, under a clock that the loader
/// sets; jobs are off meanwhile. Deterministic: the same seed gives the same city.
/// </summary>
public interface IDemonstration
{
    /// <summary>Smaller runs first within a stage.</summary>
    int Order { get; }

    /// <summary>Plays the module's part of a stage; called for every stage, and returns at once where it has none.</summary>
    /// <param name="stage">The stage, in order of time.</param>
    /// <param name="cancellationToken">Stops loading; what is not loaded whole is loaded again at the next start.</param>
    Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken);
}

/// <summary>What happens in a stage of the demonstration.</summary>
public enum DemonstrationAct
{
    /// <summary>Once, first: units, catalogue, people, as of October 2024 and with what is known since.</summary>
    Found,

    /// <summary>For each half-year: the period opens.</summary>
    Open,

    /// <summary>For each half-year: units report, reviewers review.</summary>
    Report,

    /// <summary>For each half-year that is over: the period closes.</summary>
    Close,

    /// <summary>Once, last: back to the present day.</summary>
    Finish,
}

/// <summary>One stage of the demonstration.</summary>
/// <param name="Act">What happens.</param>
/// <param name="PeriodCode">The half-year it is about (<c>2024-H2</c>); null for the first and the last stage.</param>
/// <param name="Clock">The clock to set before each command.</param>
/// <param name="Today">The real day: stages never go past it.</param>
/// <param name="Seed">Makes chance repeatable.</param>
public sealed record DemonstrationStage(DemonstrationAct Act, string? PeriodCode, SimulatedClock Clock, DateOnly Today, int Seed);
