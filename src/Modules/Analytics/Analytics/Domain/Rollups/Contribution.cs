namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>What an approved cell says.</summary>
internal enum Answer : byte
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>A value; zero is one.</summary>
    Value,

    /// <summary>It does not occur here.</summary>
    NotApplicable,

    /// <summary>It occurs, but was not recorded.</summary>
    NotAvailable,
}

/// <summary>How a cell came to a unit.</summary>
internal enum Origin : byte
{
    /// <summary>It is in its sheet, or the registry, a series or the reporting itself gives it.</summary>
    Direct,

    /// <summary>What the unit reported for another set answers it.</summary>
    Linked,

    /// <summary>The same, but the sources are only parts of what is asked for.</summary>
    Partial,
}

/// <summary>One approved cell of a unit.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Number">Number, numerator, 1 or 0 for yes and no, or the place of a level from 0.</param>
/// <param name="Denominator">Of a ratio.</param>
/// <param name="Origin">Whether the unit was asked for it.</param>
internal readonly record struct OwnCell(int Column, Answer Answer, decimal Number, decimal Denominator, Origin Origin = Origin.Direct);

/// <summary>What one unit itself gives to the roll-up of a period.</summary>
/// <param name="Submitted">Indicators that it has handed in, approved or not.</param>
/// <param name="Approved">Indicators whose sheet is approved.</param>
/// <param name="Cells">The approved cells.</param>
internal readonly record struct Contribution(IndicatorSet Submitted, IndicatorSet Approved, ReadOnlyMemory<OwnCell> Cells);
