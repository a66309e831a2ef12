namespace LearningCity.Benchmarks;

/// <summary>One value of one unit, made up.</summary>
/// <param name="Unit">Place of the unit in the country's list.</param>
/// <param name="Indicator">Place of the indicator in the set.</param>
/// <param name="First">The number, or the numerator; 1 or 0 for yes or no.</param>
/// <param name="Second">The denominator of a percentage.</param>
internal readonly record struct ValueRow(int Unit, int Indicator, int First, int? Second)
{
    /// <summary>Every value of every unit, in order of units.</summary>
    internal static IEnumerable<ValueRow> All(Country country, Random random)
    {
        for (var unit = 0; unit < country.Units.Count; unit++)
        {
            for (var indicator = 0; indicator < country.Kinds.Count; indicator++)
            {
                yield return country.Kinds[indicator] switch
                {
                    ValueKind.Count => new(unit, indicator, random.Next(5000), null),
                    ValueKind.Percent => new(unit, indicator, random.Next(800), 800 + random.Next(400)),
                    _ => new(unit, indicator, random.Next(2), null),
                };
            }
        }
    }
}
