using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>What a unit's text is about.</summary>
internal enum UnitTextKind
{
    /// <summary>Results.</summary>
    Result,

    /// <summary>Shortcomings and difficulties.</summary>
    Difficulty,

    /// <summary>Their causes.</summary>
    Cause,

    /// <summary>Tasks of the next period.</summary>
    Task,

    /// <summary>Proposals.</summary>
    Proposal,
}

/// <summary>A unit's own words. They are quoted, never rewritten.</summary>
/// <param name="Unit">Who said it.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="ContentArea">Code of the content area; null for what is about all of them.</param>
/// <param name="Addressee">To whom it is addressed; null for nobody in particular.</param>
/// <param name="Indicator">Code of the indicator that it is about; null for none.</param>
/// <param name="Text">The words.</param>
internal sealed record UnitText(UnitSummary Unit, UnitTextKind Kind, string? ContentArea, string? Addressee, string? Indicator, string Text);

/// <summary>Where units' words come from: each source gives what it has of the units asked for.</summary>
internal interface IUnitTexts
{
    /// <summary>Words of some units for a period.</summary>
    Task<IReadOnlyList<UnitText>> ReadAsync(Guid periodId, IReadOnlyCollection<UnitSummary> units, CancellationToken cancellationToken);
}

/// <summary>The words of approved reports.</summary>
internal sealed class NarrativeTexts(ISender sender) : IUnitTexts
{
    public async Task<IReadOnlyList<UnitText>> ReadAsync(
        Guid periodId, IReadOnlyCollection<UnitSummary> units, CancellationToken cancellationToken)
    {
        var byId = units.ToDictionary(unit => unit.Id);
        var narratives = await sender.Send(new GetApprovedNarratives(periodId, [.. byId.Keys]), cancellationToken);
        return
        [
            .. from narrative in narratives
               from said in new[]
               {
                   (UnitTextKind.Result, narrative.Results), (UnitTextKind.Difficulty, narrative.Shortcomings),
                   (UnitTextKind.Cause, narrative.Causes), (UnitTextKind.Task, narrative.NextTasks),
               }
               where !string.IsNullOrWhiteSpace(said.Item2)
               select new UnitText(byId[narrative.UnitId], said.Item1, null, null, null, said.Item2.Trim()),
        ];
    }
}
