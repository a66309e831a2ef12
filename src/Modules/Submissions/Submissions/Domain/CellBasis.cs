using System.Text.Json;
using System.Text.Json.Serialization;
using LearningCity.BuildingBlocks.Http;

namespace LearningCity.Submissions.Domain;

/// <summary>How a cell's figure came about, where it was not simply entered. It holds for one setting of the cell: set anew, the cell needs a new one.</summary>
/// <param name="Place">Place of the indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="CellVersion">The version of the cell that it tells of.</param>
internal sealed record CellBasis(int Place, string Disaggregation, int CellVersion)
{
    /// <summary>How the figure stands to what the units below gave.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Consolidation? Consolidation { get; init; }

    /// <summary>Of a survey: how it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SurveyDetails? Survey { get; init; }

    /// <summary>Of an expert review: how it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExpertReviewDetails? ExpertReview { get; init; }

    /// <summary>Whether it says the same of the figure, whichever setting of the cell it tells of.</summary>
    internal bool SaysTheSameAs(CellBasis? other) =>
        other is not null && Consolidation == other.Consolidation && Survey == other.Survey && ExpertReview == other.ExpertReview;
}

/// <summary>The bases of a sheet's cells, kept beside the sheet as JSON.</summary>
internal sealed class CellBases
{
    private readonly Dictionary<(int Place, string Disaggregation), CellBasis> _bases;

    private CellBases(IEnumerable<CellBasis> bases) => _bases = bases.ToDictionary(basis => (basis.Place, basis.Disaggregation));

    internal static CellBases Read(string? json) => new(json is null ? [] : JsonSerializer.Deserialize<List<CellBasis>>(json, Json.Options) ?? []);

    /// <summary>The basis of a cell as it is set now; null where there is none, or where the cell was set anew without one.</summary>
    internal CellBasis? Of(int place, string disaggregation, int cellVersion) =>
        _bases.TryGetValue((place, disaggregation), out var basis) && basis.CellVersion == cellVersion ? basis : null;

    /// <summary>Takes a basis in place of the cell's last one.</summary>
    internal void Set(CellBasis basis) => _bases[(basis.Place, basis.Disaggregation)] = basis;

    /// <summary>What is kept: the bases that still hold for a sheet, in order of its cells; null where there are none.</summary>
    internal string? Write(WorkingSheet sheet) =>
        Write(sheet.Cells.Select(cell => Of(cell.Place, cell.Disaggregation, cell.Track.Version)).OfType<CellBasis>());

    internal static string? Write(IEnumerable<CellBasis> bases) =>
        bases.ToList() is { Count: > 0 } kept ? JsonSerializer.Serialize(kept, Json.Options) : null;
}
