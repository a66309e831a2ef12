using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Domain.Supplements;

/// <summary>A link into an indicator of a period, in terms of the period's frame.</summary>
/// <param name="Id">Names the link in the catalogue.</param>
/// <param name="Kind">How the sources answer the target.</param>
/// <param name="Target">Place of the indicator that is answered.</param>
/// <param name="Sources">What is reported.</param>
/// <param name="Formula">Of a formula; it names the sources by their keys.</param>
internal sealed record IndicatorLink(Guid Id, CrosswalkKind Kind, int Target, IReadOnlyList<LinkSource> Sources, Formula? Formula)
{
    private const int Decimals = 6;

    /// <summary>The indicators that it starts from.</summary>
    internal IndicatorSet SourceSet { get; } = IndicatorSet.Of(Sources.Select(source => source.Indicator));

    /// <summary>Whether it can answer for a unit with these cells: a formula needs all of its sources.</summary>
    internal bool Covers(IndicatorSet cells) => Sources.All(source => cells.Has(source.Indicator));

    /// <summary>What it says; nothing as long as the sources say nothing.</summary>
    /// <param name="answerOf">The unit's own answers, by indicator: none of them came by a link, so that links do not chain.</param>
    internal OwnCell Answer(Func<int, OwnCell> answerOf)
    {
        if (Kind != CrosswalkKind.Formula)
        {
            return answerOf(Sources[0].Indicator) with { Column = Target, Origin = Kind == CrosswalkKind.Part ? Origin.Partial : Origin.Linked };
        }

        var byKey = Sources.ToDictionary(source => source.Key, StringComparer.Ordinal);
        var value = Formula?.Evaluate(reference => byKey.GetValueOrDefault(reference.Code) is { } source ? source.FigureOf(answerOf(source.Indicator), reference.Part) : null);
        if (value is { } known) return new(Target, Rollups.Answer.Value, decimal.Round(known, Decimals, MidpointRounding.ToEven), 0, Origin.Linked);
        return Sources.All(source => answerOf(source.Indicator).Answer != Rollups.Answer.None)
            ? new(Target, Rollups.Answer.NotAvailable, 0, 0, Origin.Linked)
            : default;
    }

    /// <summary>The sum of what several part links say, marked partial.</summary>
    internal static OwnCell Sum(IReadOnlyList<OwnCell> parts)
    {
        var values = parts.Where(part => part.Answer == Rollups.Answer.Value).ToList();
        if (values.Count > 0) return values[0] with { Number = values.Sum(part => part.Number), Denominator = values.Sum(part => part.Denominator) };

        // Parts of which one is not known, or not yet said, say nothing of the whole.
        return parts.Any(part => part.Answer == Rollups.Answer.None) ? default
            : parts.FirstOrDefault(part => part.Answer == Rollups.Answer.NotAvailable, parts[0]);
    }
}

/// <summary>An indicator that a link starts from.</summary>
/// <param name="Indicator">Its place in the frame.</param>
/// <param name="Key">As formulas name it: <c>set/code</c>.</param>
/// <param name="IsFraction">Whether it has a numerator and a denominator.</param>
/// <param name="Factor">What numerator over denominator is multiplied by when it is shown.</param>
internal sealed record LinkSource(int Indicator, string Key, bool IsFraction, decimal Factor)
{
    /// <summary>The part of a value that a formula names; null where there is none.</summary>
    internal decimal? FigureOf(in OwnCell cell, FormulaPart part)
    {
        if (cell.Answer != Rollups.Answer.Value) return null;
        if (!IsFraction) return part == FormulaPart.Value ? cell.Number : null;
        return part switch
        {
            FormulaPart.Numerator => cell.Number,
            FormulaPart.Denominator => cell.Denominator,

            // Divided first where the product would leave the range of a decimal.
            _ when cell.Denominator == 0 => null,
            _ => Math.Abs(cell.Number) < decimal.MaxValue / Factor ? cell.Number * Factor / cell.Denominator : cell.Number / cell.Denominator * Factor,
        };
    }
}
