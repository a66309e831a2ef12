using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>Divides values by recorded shares. The parts add up to the whole exactly.</summary>
internal static class Division
{
    /// <summary>Decimals that values are kept with.</summary>
    private const int Decimals = 6;

    /// <summary>The value of each part; the last one takes what rounding left over.</summary>
    internal static OwnCell[] Divide(in OwnCell cell, IReadOnlyList<PlacedPart> parts)
    {
        var divided = new OwnCell[parts.Count];
        var (number, denominator) = (cell.Number, cell.Denominator);
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            divided[i] = cell with
            {
                Number = isLast ? number : Round(cell.Number * parts[i].Share!.Value),
                Denominator = isLast ? denominator : Round(cell.Denominator * parts[i].Share!.Value),
            };
            number -= divided[i].Number;
            denominator -= divided[i].Denominator;
        }

        return divided;
    }

    private static decimal Round(decimal value) => decimal.Round(value, Decimals, MidpointRounding.ToEven);
}
