using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Consolidation;

/// <summary>Tells, of what arrives for a cell, how it stands to what the units below gave, and what the cell is to hold.</summary>
internal static class CellWays
{
    /// <summary>Takes what arrived.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="sent">The way that the sender says; null leaves it to be told from the figure.</param>
    /// <param name="raw">What arrived: for an addition, what the unit puts on top.</param>
    /// <param name="figure">What the units below give now; null where the cell is none of those that are put together.</param>
    /// <param name="whole">What the cell is to hold.</param>
    /// <param name="kept">How it stands to what they give; null where there is nothing to stand to.</param>
    /// <returns>Why it is refused; null where it is not.</returns>
    internal static Failure? Take(
        Indicator indicator, CellWay? sent, in RawEntry raw, ConsolidatedFigure? figure, out RawEntry whole, out Domain.Consolidation? kept)
    {
        (whole, kept) = (raw, null);
        if (figure?.Amount is not { } amount)
            return sent is CellWay.Consolidated or CellWay.Addition ? ConsolidationFailures.Nothing.On("way", indicator.Name) : null;
        var isNothing = raw.State == CellState.NotReported || raw is { State: null, HasValue: false };
        var way = sent ?? (amount.IsWhat(raw) ? CellWay.Consolidated : CellWay.Override);
        switch (way)
        {
            case CellWay.Consolidated:
                if (raw.HasValue && !amount.IsWhat(raw)) return ConsolidationFailures.Changed.On("value", indicator.Name);
                whole = amount.AsEntry(raw.Comment);
                break;
            case CellWay.Addition:
                if (!Consolidating.TakesAdditions(indicator)) return ConsolidationFailures.PersonsNotAdded.On("way", indicator.Name);
                whole = (amount + new Amount(raw.Number, raw.Numerator, raw.Denominator)).AsEntry(raw.Comment);
                break;
            default:
                // A cell that was emptied says nothing yet, and so nothing else than the units below.
                if (isNothing) return null;
                if (sent is not null && string.IsNullOrWhiteSpace(raw.Comment)) return ConsolidationFailures.ReasonExpected.On("comment", indicator.Name);
                break;
        }

        kept = new Domain.Consolidation(way, amount, figure.Reports);
        return null;
    }

    /// <summary>What is left to say before the return can be handed in: another figure than the consolidated one carries a reason.</summary>
    internal static Failure? Missing(Indicator indicator, in PackedCell cell, CellBasis? basis) =>
        basis?.Consolidation is { Way: CellWay.Override } && string.IsNullOrWhiteSpace(cell.Comment)
            ? ConsolidationFailures.ReasonExpected.On(indicator.Code, indicator.Name)
            : null;
}
