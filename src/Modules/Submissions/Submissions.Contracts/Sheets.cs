using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// What a cell says. Four different answers, everywhere: a value (zero among them), not applicable, not available, not yet reported.
/// </summary>
public enum CellState
{
    /// <summary>Nothing was said yet.</summary>
    NotReported,

    /// <summary>A value; zero is one.</summary>
    Reported,

    /// <summary>It does not occur here.</summary>
    NotApplicable,

    /// <summary>It occurs, but was not recorded.</summary>
    NotAvailable,
}

/// <summary>One cell of a unit's sheet.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation (<c>sex=female</c>); empty for the total.</param>
/// <param name="State">What the cell says.</param>
/// <param name="Number">Count, amount, rating; 1 or 0 for yes and no; the place of a level, from 0. Null for a pair or a text.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Text">Of a text.</param>
public sealed record SheetCell(
    Guid IndicatorId, string Disaggregation, CellState State, decimal? Number, decimal? Numerator, decimal? Denominator, string? Text);

/// <summary>A unit's figures for one period and criteria set, in one immutable version.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit that reported.</param>
/// <param name="PeriodId">The period.</param>
/// <param name="VersionId">The version of the criteria set.</param>
/// <param name="SheetVersion">Number of this version of the sheet, from 1.</param>
/// <param name="Cells">The cells, those without an answer left out.</param>
public sealed record Sheet(
    Guid SubmissionId, Guid UnitId, Guid PeriodId, Guid VersionId, int SheetVersion, IReadOnlyList<SheetCell> Cells);

/// <summary>The approved sheets of a period, one after the other, in no order that matters.</summary>
public sealed record StreamApprovedSheets(Guid PeriodId) : IStreamQuery<Sheet>;

/// <summary>The approved sheets of some units for a period; a unit without one is left out.</summary>
public sealed record GetApprovedSheets(Guid PeriodId, IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<Sheet>>;

/// <summary>How every obligation of a period stands, streamed.</summary>
public sealed record StreamSubmissionStates(Guid PeriodId) : IStreamQuery<SubmissionStatus>;

/// <summary>How the submissions of some units stand.</summary>
public sealed record GetSubmissionStates(Guid PeriodId, IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<SubmissionStatus>>;

/// <summary>How a submission stands.</summary>
/// <param name="ObligationId">What it answers.</param>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="VersionId">The version of the criteria set.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FirstSubmittedAt">When it was first handed in: timeliness is judged on this.</param>
/// <param name="IsLate">Whether that was after the due date.</param>
/// <param name="FilledCells">Cells with an answer.</param>
/// <param name="OwedCells">Cells owed.</param>
public sealed record SubmissionStatus(
    Guid ObligationId, Guid SubmissionId, Guid UnitId, Guid VersionId, SubmissionState State, DateTimeOffset? FirstSubmittedAt, bool IsLate,
    int FilledCells, int OwedCells);

/// <summary>A sheet as it is stored, for whoever reads many: <see cref="SheetReader"/> reads it without allocating.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit that reported.</param>
/// <param name="SheetVersion">Number of this version of the sheet, from 1.</param>
/// <param name="Layout">Which indicator stands at which place.</param>
/// <param name="Bytes">The cells.</param>
public sealed record PackedSheet(Guid SubmissionId, Guid UnitId, int SheetVersion, SheetLayout Layout, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The sheet for strangers, with the indicators' keys.</summary>
    public Sheet Unpack(Guid periodId)
    {
        var reader = new SheetReader(Bytes.Span);
        var cells = new List<SheetCell>(reader.Count);
        while (reader.MoveNext())
        {
            if (reader.State == CellState.NotReported) continue;
            cells.Add(new SheetCell(
                Layout.IndicatorAt(reader.Place), reader.Disaggregation, reader.State, reader.Number, reader.Numerator,
                reader.Denominator, reader.Text));
        }

        return new Sheet(SubmissionId, UnitId, periodId, Layout.VersionId, SheetVersion, cells);
    }
}

/// <summary>The approved sheets of a period as they are stored: 60,000 at country size, in no order that matters.</summary>
public sealed record StreamPackedSheets(Guid PeriodId) : IStreamQuery<PackedSheet>;
