using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Formulas;

/// <summary>
/// What a figure is measured in, as far as a formula must know: triệu đồng and people do not add up, people over classes are people per
/// class, and a share becomes a percentage only by 100. Read from the Vietnamese text of the unit.
/// </summary>
internal sealed class MeasureUnit
{
    private static readonly (string Word, decimal Scale)[] Scales =
        [("nghìn ", 1_000), ("ngàn ", 1_000), ("triệu ", 1_000_000), ("tỷ ", 1_000_000_000), ("tỉ ", 1_000_000_000)];

    private static readonly string[] PureNumbers = ["lần", "hệ số", "chỉ số"];

    private readonly SortedDictionary<string, int> _bases;

    // How many of the bare unit one is; null where a number in the formula may have changed it.
    private readonly decimal? _scale;

    private MeasureUnit(SortedDictionary<string, int> bases, decimal? scale, string text) => (_bases, _scale, Text) = (bases, scale, text);

    /// <summary>A figure whose unit is not known; it fits everything.</summary>
    internal static MeasureUnit Unknown { get; } = new([], null, "?");

    /// <summary>A number that stands in the formula itself: it takes the unit of what it is added to.</summary>
    internal static MeasureUnit Number { get; } = new([], null, "1");

    /// <summary>For messages.</summary>
    internal string Text { get; }

    private bool FitsAll => ReferenceEquals(this, Unknown) || ReferenceEquals(this, Number);

    /// <summary>The unit that an indicator names.</summary>
    internal static MeasureUnit Of(LocalText text)
    {
        var parts = text.Vi.Normalize().ToLowerInvariant().Split('/');
        if (parts.Length == 0 || string.IsNullOrWhiteSpace(parts[0])) return Unknown;
        var unit = Single(parts[0]);
        for (var i = 1; i < parts.Length; i++) unit = unit.Times(Single(parts[i]), -1);
        return new MeasureUnit(unit._bases, unit._scale, text.Vi);
    }

    /// <summary>Whether the two may be added and compared.</summary>
    internal bool Fits(MeasureUnit other) =>
        FitsAll || other.FitsAll || (_bases.SequenceEqual(other._bases) && (_scale is null || other._scale is null || _scale == other._scale));

    /// <summary>Of two that fit, the one that is known better.</summary>
    internal MeasureUnit Or(MeasureUnit other) => FitsAll || (_scale is null && !other.FitsAll) ? other : this;

    /// <summary>The unit of a product, or with the power -1 of a quotient.</summary>
    internal MeasureUnit Times(MeasureUnit other, int power)
    {
        if (ReferenceEquals(this, Unknown) || ReferenceEquals(other, Unknown)) return Unknown;
        if (FitsAll && other.FitsAll) return Number;
        var bases = new SortedDictionary<string, int>(_bases, StringComparer.Ordinal);
        foreach (var (name, exponent) in other._bases)
        {
            bases[name] = bases.GetValueOrDefault(name) + (exponent * power);
            if (bases[name] == 0) bases.Remove(name);
        }

        var scale = _scale is { } mine && other._scale is { } its ? Scaled(mine, its, power) : null;
        return new MeasureUnit(bases, scale, power > 0 ? $"{Text} * {other.Text}" : $"{Text} / {other.Text}");
    }

    /// <summary>The unit of figures before they are multiplied by a factor to be shown in this one.</summary>
    internal MeasureUnit Times(decimal factor) => FitsAll ? this : new(_bases, _scale is { } mine ? Scaled(mine, factor, 1) : null, Text);

    /// <summary>The same, however many of it one is: a thousand people are people.</summary>
    internal MeasureUnit OfAnySize() => FitsAll ? this : new(_bases, null, Text);

    // Of a long chain of products the scale is of no more use.
    private static decimal? Scaled(decimal mine, decimal its, int power)
    {
        const decimal Reasonable = 1e13m;
        if (mine is > Reasonable or < 1 / Reasonable || its is > Reasonable or < 1 / Reasonable) return null;
        return power > 0 ? mine * its : mine / its;
    }

    private static MeasureUnit Single(string part)
    {
        var name = part.Trim();
        var scale = 1m;
        if (name is "%" or "‰") return new MeasureUnit([], name == "%" ? 0.01m : 0.001m, name);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && int.TryParse(name[..space].Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many > 0)
        {
            scale = many;
            name = name[(space + 1)..].Trim();
        }

        foreach (var (word, times) in Scales)
        {
            if (!name.StartsWith(word, StringComparison.Ordinal)) continue;
            scale *= times;
            name = name[word.Length..].Trim();
        }

        return PureNumbers.Contains(name)
            ? new MeasureUnit([], scale, name)
            : new MeasureUnit(new SortedDictionary<string, int>(StringComparer.Ordinal) { [name] = 1 }, scale, name);
    }
}
