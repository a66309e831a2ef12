using System.Globalization;
using System.Text.Json;
using CsvHelper;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>How the rows of a release are written.</summary>
internal enum ReleaseFormat
{
    /// <summary>A header with the names of the columns, then a row per observation; comma, semicolon or tab.</summary>
    Csv,

    /// <summary>A list of objects with the same names.</summary>
    Json,
}

/// <summary>
/// The rows of a release, read and checked one by one. Rows are counted as their author sees them: in CSV the header is row 1, in JSON the
/// first object is.
/// </summary>
internal sealed class ReleaseRows
{
    internal const int MostRows = 100_000;
    private const int LongestUnitCode = 64;
    private const decimal Largest = 1_000_000_000_000_000m;
    private static readonly string[] Required = ["unitCode", "date", "value"];
    private static readonly string[] Columns = [.. Required, "ageGroup", "sex"];
    private static readonly CsvReaderOptions Options = new() { TrimWhitespace = true, TrackLineNumbers = true, MaxRecordSize = 64 * 1024 };
    private readonly Dictionary<SeriesCell, decimal?> _cells = [];
    private readonly Dictionary<SeriesCell, int> _rows = [];
    private readonly List<Failure> _problems = [];

    /// <summary>What the release says, by cell.</summary>
    internal IReadOnlyDictionary<SeriesCell, decimal?> Cells => _cells;

    /// <summary>What has to be put right, each with row and field.</summary>
    internal IReadOnlyList<Failure> Problems => _problems;

    /// <summary>Reads a file; a refusal where it cannot be read as rows at all.</summary>
    internal static Result<ReleaseRows> Read(byte[] content, ReleaseFormat format)
    {
        var rows = new ReleaseRows();
        var read = format == ReleaseFormat.Csv ? rows.ReadCsv(content) : rows.ReadJson(content);
        if (!read.Succeeded) return read;
        return rows._cells.Count == 0 && rows._problems.Count == 0 ? SeriesFailures.NoRows : rows;
    }

    private Result ReadCsv(byte[] content)
    {
        if (content.Length == 0) return SeriesFailures.NoRows;
        using var csv = CsvReader.Create(content, Options);
        try
        {
            csv.ReadHeader();
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var column in Columns)
            {
                if (csv.TryGetFieldIndex(column, out var place)) places[column] = place;
                else if (Required.Contains(column)) return SeriesFailures.ColumnMissing.With(column);
            }

            while (csv.Read())
            {
                if (_rows.Count + _problems.Count >= MostRows) return SeriesFailures.TooManyRows.With(MostRows);
                Add((int)csv.LineNumber, column => places.TryGetValue(column, out var place) && place < csv.FieldCount ? csv.GetString(place) : null);
            }

            return Result.Ok;
        }
        catch (FormatException)
        {
            return PlatformFailures.UnreadableBody.With($" (dòng/row {csv.LineNumber})");
        }
    }

    private Result ReadJson(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return PlatformFailures.UnreadableBody.With("");
            if (document.RootElement.GetArrayLength() > MostRows) return SeriesFailures.TooManyRows.With(MostRows);
            var number = 0;
            foreach (var row in document.RootElement.EnumerateArray())
            {
                if (row.ValueKind != JsonValueKind.Object) return PlatformFailures.UnreadableBody.With($" (dòng/row {number + 1})");
                Add(++number, name => row.TryGetProperty(name, out var field) ? Text(field) : null);
            }

            return Result.Ok;
        }
        catch (JsonException)
        {
            return PlatformFailures.UnreadableBody.With("");
        }
    }

    // What is neither text nor a number is passed on as it stands, so that its field is named.
    private static string? Text(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Decode(field),
        _ => field.GetRawText(),
    };

    private static string Decode(JsonElement field)
    {
        try
        {
            return field.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of code units.
            return "\0";
        }
    }

    private void Add(int row, Func<string, string?> field)
    {
        var before = _problems.Count;
        var unitCode = field("unitCode")?.Trim() ?? "";
        if (unitCode.Length is 0 or > LongestUnitCode || unitCode.Any(char.IsControl)) Refuse(row, "unitCode", SeriesFailures.UnitCodeMalformed, LongestUnitCode);
        if (!DateOnly.TryParseExact(field("date")?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Refuse(row, "date", SeriesFailures.DateMalformed);
        if (!AgeGroup.TryParse(field("ageGroup"), out var ages)) Refuse(row, "ageGroup", SeriesFailures.AgeGroupMalformed);
        if (!ReadSex(field("sex"), out var sex)) Refuse(row, "sex", SeriesFailures.SexUnknown);
        if (!ReadValue(field("value"), out var value)) Refuse(row, "value", SeriesFailures.ValueMalformed);
        if (_problems.Count > before) return;
        var cell = new SeriesCell(date, unitCode, ages, sex);
        if (_rows.TryGetValue(cell, out var earlier))
        {
            Refuse(row, "unitCode", SeriesFailures.RowRepeated, earlier);
            return;
        }

        _rows[cell] = row;
        _cells[cell] = value;
    }

    private void Refuse(int row, string field, FailureDefinition failure, params object[] arguments) =>
        _problems.Add(failure.On($"rows[{row}].{field}", arguments));

    private static bool ReadSex(string? text, out PopulationSex sex)
    {
        sex = PopulationSex.Total;
        return string.IsNullOrWhiteSpace(text) || SnakeCase.TryParse(text.Trim(), out sex);
    }

    /// <summary>A number without grouping: what reads otherwise in another country is refused, not guessed.</summary>
    private static bool ReadValue(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > Largest || decimal.Round(number, 6) != number)
            return false;
        value = number;
        return true;
    }
}
