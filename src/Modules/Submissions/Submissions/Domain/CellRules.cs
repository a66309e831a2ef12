using System.Globalization;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>The hard rules: they refuse only what cannot be true.</summary>
internal static class CellRules
{
    private const int LongestText = 4000;
    private const int LongestComment = 2000;
    private const decimal Limit = 10_000_000_000_000_000_000_000m;

    /// <summary>Makes an entry of what arrived, or says why it cannot be one.</summary>
    /// <param name="indicator">What the cell takes.</param>
    /// <param name="raw">What arrived.</param>
    /// <param name="entry">The entry; default where it is refused.</param>
    /// <param name="isPart">Whether it is one part of a breakdown: a range is for the whole figure.</param>
    /// <returns>The refusal with the field at fault, null where there is none.</returns>
    internal static Failure? Resolve(Indicator indicator, in RawEntry raw, out CellEntry entry, bool isPart = false)
    {
        entry = default;
        if (raw.Comment is { Length: > LongestComment }) return CellFailures.CommentTooLong.On("comment", indicator.Name);
        var comment = string.IsNullOrWhiteSpace(raw.Comment) ? null : raw.Comment;
        if (raw.State is { } state and not CellState.Reported)
        {
            if (raw.HasValue) return CellFailures.NoValueExpected.On("state", indicator.Name);
            entry = new CellEntry(state, Comment: comment);
            return null;
        }

        var refusal = indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.Ratio => Pair(indicator, raw, comment, out entry),
            IndicatorValueType.Text => Words(indicator, raw, comment, out entry),
            IndicatorValueType.YesNo => YesNo(indicator, raw, comment, out entry),
            IndicatorValueType.Level => Level(indicator, raw, comment, out entry),
            IndicatorValueType.Rating => Rating(indicator, raw, comment, out entry),
            _ => Quantity(indicator, raw, comment, out entry),
        };
        if (!isPart) refusal ??= CatalogueRules.OutsideRange(indicator, entry);
        if (refusal is not null) entry = default;
        return refusal;
    }

    private static Failure? Pair(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        if (raw.Number is not null || raw.Text is not null) return CellFailures.PairExpected.On("value", indicator.Name);
        if (raw.Numerator is not { } numerator) return CellFailures.PairExpected.On("numerator", indicator.Name);
        if (raw.Denominator is not { } denominator) return CellFailures.PairExpected.On("denominator", indicator.Name);
        if (Fits(indicator, numerator, "numerator") is { } first) return first;
        if (Fits(indicator, denominator, "denominator") is { } second) return second;
        if (indicator.ValueType == IndicatorValueType.Percent && numerator > denominator)
            return CellFailures.NumeratorAboveDenominator.On("numerator", indicator.Name, numerator, denominator);
        entry = CellEntry.Of(numerator, denominator, comment);
        return null;
    }

    private static Failure? Quantity(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        if (raw.Number is not { } number || raw.Text is not null || raw.Numerator is not null || raw.Denominator is not null)
            return CellFailures.NumberExpected.On("value", indicator.Name);
        if (Fits(indicator, number, "value") is { } refusal) return refusal;
        if (indicator.ValueType == IndicatorValueType.Count && number != decimal.Truncate(number))
            return CellFailures.WholeNumber.On("value", indicator.Name);
        entry = CellEntry.Of(number, comment);
        return null;
    }

    private static Failure? Rating(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        var number = raw.Number;
        if (number is null && decimal.TryParse(raw.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)) number = parsed;
        if (number is not { } rating || raw.Numerator is not null || raw.Denominator is not null)
            return CellFailures.NumberExpected.On("value", indicator.Name);
        if (indicator.Levels.Count > 0 && !indicator.Levels.Any(level => level.Code == rating.ToString("0.######", CultureInfo.InvariantCulture)))
            return UnknownLevel(indicator);
        if (Fits(indicator, rating, "value") is { } refusal) return refusal;
        entry = CellEntry.Of(rating, comment);
        return null;
    }

    private static Failure? YesNo(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        var number = raw.Number ?? raw.Text switch
        {
            "yes" or "true" => 1m,
            "no" or "false" => 0m,
            _ => null,
        };
        if (number is not (0m or 1m) || raw.Numerator is not null || raw.Denominator is not null)
            return CellFailures.YesOrNo.On("value", indicator.Name);
        entry = CellEntry.Of(number.Value, comment);
        return null;
    }

    private static Failure? Level(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        if (raw.Numerator is not null || raw.Denominator is not null) return UnknownLevel(indicator);
        for (var place = 0; place < indicator.Levels.Count; place++)
        {
            if (raw.Text is null ? raw.Number != place : indicator.Levels[place].Code != raw.Text) continue;
            entry = CellEntry.Of(place, comment);
            return null;
        }

        return UnknownLevel(indicator);
    }

    private static Failure? Words(Indicator indicator, in RawEntry raw, string? comment, out CellEntry entry)
    {
        entry = default;
        if (string.IsNullOrWhiteSpace(raw.Text) || raw.Text.Length > LongestText || raw.Number is not null)
            return CellFailures.TextExpected.On("value", indicator.Name);
        entry = new CellEntry(CellState.Reported, Text: raw.Text, Comment: comment);
        return null;
    }

    private static Failure UnknownLevel(Indicator indicator) => CellFailures.UnknownLevel.On(
        "value", indicator.Name, string.Join(", ", indicator.Levels.Select(level => level.Code)));

    /// <summary>Numbers of things, money and people are never negative, and fit <c>decimal(28,6)</c>.</summary>
    private static Failure? Fits(Indicator indicator, decimal number, string field)
    {
        if (number < 0) return CellFailures.NotNegative.On(field, indicator.Name);
        return number >= Limit || number.Scale > 6 && decimal.Round(number, 6) != number
            ? CellFailures.TooLarge.On(field, indicator.Name)
            : null;
    }
}
