using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>What somebody says for one cell.</summary>
/// <param name="State">One of the four answers.</param>
/// <param name="Number">See <see cref="SheetCell.Number"/>.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Text">Of a text.</param>
/// <param name="Comment">What the unit says about the figure.</param>
internal readonly record struct CellEntry(
    CellState State, decimal? Number = null, decimal? Numerator = null, decimal? Denominator = null, string? Text = null,
    string? Comment = null)
{
    /// <summary>A number.</summary>
    internal static CellEntry Of(decimal number, string? comment = null) => new(CellState.Reported, number, Comment: comment);

    /// <summary>A pair.</summary>
    internal static CellEntry Of(decimal numerator, decimal denominator, string? comment = null) =>
        new(CellState.Reported, null, numerator, denominator, Comment: comment);

    /// <summary>The entry as a cell of a sheet.</summary>
    internal PackedCell At(int place, string disaggregation, CellTrack track) =>
        new(place, disaggregation, State, Number, Numerator, Denominator, Text, Comment, track);
}
