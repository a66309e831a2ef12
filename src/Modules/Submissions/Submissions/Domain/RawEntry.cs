using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>What arrives for one cell before it is known what its indicator takes.</summary>
/// <param name="State">Where the sender says it; null where a value says enough.</param>
/// <param name="Number">A number, or 1 and 0 for yes and no.</param>
/// <param name="Text">A text, or the code of a level.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Comment">What the unit says about the figure.</param>
internal readonly record struct RawEntry(
    CellState? State, decimal? Number = null, string? Text = null, decimal? Numerator = null, decimal? Denominator = null,
    string? Comment = null)
{
    internal bool HasValue => Number is not null || Text is not null || Numerator is not null || Denominator is not null;
}
