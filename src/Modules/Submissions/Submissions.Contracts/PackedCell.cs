namespace LearningCity.Submissions.Contracts;

/// <summary>One cell as a sheet stores it.</summary>
/// <param name="Place">Place of its indicator in the <see cref="SheetLayout"/>.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="State">What the cell says.</param>
/// <param name="Number">See <see cref="SheetCell.Number"/>.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Text">Of a text; for a cell not reported, what was typed and could not be taken.</param>
/// <param name="Comment">What the unit says about the figure.</param>
/// <param name="Track">Who set it and when; default in sheets that keep no tracks.</param>
public readonly record struct PackedCell(
    int Place, string Disaggregation, CellState State, decimal? Number = null, decimal? Numerator = null, decimal? Denominator = null,
    string? Text = null, string? Comment = null, CellTrack Track = default)
{
    /// <summary>Whether both say the same, whoever said it and when.</summary>
    public bool SaysTheSameAs(PackedCell other) => this with { Track = default } == other with { Track = default };
}

/// <summary>Who set a cell and when, and how often it was set.</summary>
/// <param name="Version">1 when it was first set; a save says which version it saw.</param>
/// <param name="By">The person or API client.</param>
/// <param name="At">When, to the millisecond.</param>
public readonly record struct CellTrack(int Version, Guid By, DateTimeOffset At);
