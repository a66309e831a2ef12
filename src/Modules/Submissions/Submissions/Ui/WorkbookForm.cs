using System.Text.Json;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Ui;

/// <summary>
/// The cells of an accepted preview as one hidden field. It says nothing that the sender could not type into the grid, and is checked as
/// if they had.
/// </summary>
internal static class WorkbookForm
{
    /// <summary>The cells as the field carries them.</summary>
    internal static string Write(IEnumerable<CellSave> cells) => JsonSerializer.Serialize(cells.Select(cell => new Row(
        cell.IndicatorId, cell.Disaggregation, cell.Seen, (int?)cell.Entry.State, cell.Entry.Number, cell.Entry.Text, cell.Entry.Numerator, cell.Entry.Denominator,
        cell.Entry.Comment, cell.Typed)));

    /// <summary>The cells that a field carries; empty where it is not what <see cref="Write"/> made.</summary>
    internal static List<CellSave> Read(string? field, Form form)
    {
        if (string.IsNullOrEmpty(field)) return [];
        try
        {
            var rows = JsonSerializer.Deserialize<List<Row?>>(field) ?? [];
            return [.. rows.OfType<Row>().Where(row => row.State is null || Enum.IsDefined((CellState)row.State)).Select(row => Read(row, form))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>What puts a saved cell back to what it was before.</summary>
    internal static CellSave Undo(PackedCell before, Guid indicatorId, Indicator indicator, int version)
    {
        if (before is { State: CellState.NotReported, Text: { } typed })
            return Draft(new CellSave(indicatorId, before.Disaggregation, version, new RawEntry(null, Comment: before.Comment), typed), indicator);
        var state = before.State == CellState.Reported ? null : (CellState?)before.State;
        return new CellSave(indicatorId, before.Disaggregation, version, new RawEntry(state, before.Number, before.Text, before.Numerator, before.Denominator, before.Comment));
    }

    private static CellSave Read(Row row, Form form)
    {
        var cell = new CellSave(
            row.Id, row.Part ?? "", row.Seen,
            new RawEntry((CellState?)row.State, row.Number, row.Text, row.Numerator, row.Denominator, row.Comment), row.Typed);
        var place = form.Layout.PlaceOf(row.Id);
        return row.Typed is null || place < 0 ? cell with { Typed = null } : Draft(cell, form.At(place));
    }

    private static CellSave Draft(CellSave cell, Indicator indicator) =>
        cell with { Problem = CellFailures.Unreadable.On("value", indicator.Name, cell.Typed!) };

    private sealed record Row(
        Guid Id, string? Part, int? Seen, int? State, decimal? Number, string? Text, decimal? Numerator, decimal? Denominator, string? Comment,
        string? Typed);
}
