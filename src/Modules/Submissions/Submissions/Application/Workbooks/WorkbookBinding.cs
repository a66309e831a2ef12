using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>
/// What a workbook says of itself on its hidden sheet: the report it was made for, and of each cell the version and a mark of what it
/// said then, so that an upload knows what the unit changed. A check value finds what was changed by accident; it is no seal, and what
/// a person may do is decided by their rights alone.
/// </summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="UnitName">Name of the unit, to say whose file it is.</param>
/// <param name="PeriodCode">The period.</param>
/// <param name="PeriodName">Name of the period.</param>
/// <param name="CriteriaVersionId">The version of the criteria set.</param>
/// <param name="SetName">Name of the set.</param>
/// <param name="Language">Language of the workbook: it decides how numbers kept as text are read.</param>
/// <param name="FormSheet">Name of the sheet to fill in.</param>
/// <param name="Cells">By key of the cell: the indicator's code, of a part with the part's key.</param>
internal sealed record WorkbookBinding(
    Guid SubmissionId, Guid UnitId, string UnitName, string PeriodCode, string PeriodName, Guid CriteriaVersionId, string SetName,
    Language Language, string FormSheet, IReadOnlyDictionary<string, BoundCell> Cells)
{
    private const string Format = "learningcity.submission.1";
    private const string CheckKey = "check";
    private const string CellKey = "cell";
    private const int LongestValue = 400;

    /// <summary>Writes the rows of the hidden sheet.</summary>
    internal void Write(SheetWriter sheet)
    {
        var rows = Rows();
        foreach (var row in rows) sheet.WriteRow([.. row.Select(text => CellContent.Text(text))]);
        sheet.WriteRow(CheckKey, CheckOf(rows));
    }

    /// <summary>Reads the rows of the hidden sheet; null where they are not what this writes.</summary>
    internal static WorkbookBinding? Read(IReadOnlyList<BuildingBlocks.Spreadsheets.SheetRow> rows)
    {
        var texts = rows.Select(row => row.Cells.OrderBy(cell => cell.Address.Column).Select(cell => cell.Text).ToArray()).ToList();
        if (texts.Count < 2 || texts[^1] is not [CheckKey, var check] || check != CheckOf(texts[..^1])) return null;
        var values = texts.Where(row => row is [not CellKey, _]).GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        string Value(string key) => values.GetValueOrDefault(key) is { } text ? text[..Math.Min(LongestValue, text.Length)] : "";
        if (Value("format") != Format
            || !Guid.TryParse(Value("submission"), out var submissionId)
            || !Guid.TryParse(Value("unit"), out var unitId)
            || !Guid.TryParse(Value("criteriaVersion"), out var versionId))
            return null;
        var cells = new Dictionary<string, BoundCell>();
        foreach (var row in texts)
        {
            if (row is [CellKey, var code, var version, var mark] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                cells[code] = new BoundCell(number, mark);
        }

        return new WorkbookBinding(
            submissionId, unitId, Value("unitName"), Value("period"), Value("periodName"), versionId, Value("setName"),
            Value("language") == "en" ? Language.En : Language.Vi, Value("sheet"), cells);
    }

    /// <summary>A mark of what a cell says, equal for equal answers.</summary>
    internal static string MarkOf(CellEntry entry) => Hash(string.Join('\u001F',
        entry.State.ToString(), Plain(entry.Number), Plain(entry.Numerator), Plain(entry.Denominator), Plain(entry.Text), Plain(entry.Comment)))[..16];

    /// <summary>The entry that a kept cell amounts to.</summary>
    internal static CellEntry EntryOf(in PackedCell cell) =>
        new(cell.State, cell.Number, cell.Numerator, cell.Denominator, cell.State == CellState.NotReported ? null : cell.Text, cell.Comment);

    private static string Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    // Excel keeps one kind of line end.
    private static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private static string CheckOf(IEnumerable<string[]> rows) => Hash(string.Join('\n', rows.Select(row => string.Join('\t', row))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private List<string[]> Rows() =>
    [
        ["format", Format],
        ["submission", SubmissionId.ToString()],
        ["unit", UnitId.ToString()],
        ["unitName", UnitName],
        ["period", PeriodCode],
        ["periodName", PeriodName],
        ["criteriaVersion", CriteriaVersionId.ToString()],
        ["setName", SetName],
        ["language", Language == Language.En ? "en" : "vi"],
        ["sheet", FormSheet],
        .. Cells.Select(cell => new[] { CellKey, cell.Key, cell.Value.Version.ToString(CultureInfo.InvariantCulture), cell.Value.Mark }),
    ];
}

/// <summary>A cell as it was when the workbook was made.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Mark">See <see cref="WorkbookBinding.MarkOf"/>.</param>
internal readonly record struct BoundCell(int Version, string Mark);
