using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>A rule for values as a draft holds it: its formula is a text that may still be wrong.</summary>
internal sealed record RuleDefinition
{
    public required RuleKind Kind { get; init; }

    public RuleSeverity Severity { get; init; } = RuleSeverity.Soft;

    public FormulaPart Part { get; init; } = FormulaPart.Value;

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public Comparison? Comparison { get; init; }

    /// <summary>What a relation compares with, such as <c>I4 + I3</c>.</summary>
    public string? Formula { get; init; }

    public decimal? Percent { get; init; }

    public LocalText? Message { get; init; }
}
