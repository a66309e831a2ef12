using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Makes rows of the fields of a table, whatever file the table came in.</summary>
internal sealed class UnitRowParser(UnitStage stage)
{
    private const int LongestCode = 64;
    private const int LongestName = 400;
    private const decimal LargestArea = 10_000_000;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private UnitColumn?[] _columns = [];
    private bool _reportsWhereItLies;

    /// <summary>Takes the header; refuses one that does not name units.</summary>
    internal Result Header(IReadOnlyList<string> names)
    {
        _columns = [.. names.Select(UnitColumns.Of)];
        if (!_columns.Contains(UnitColumn.Code))
            return UnitImportFailures.NoHeader.On("rows[0]", string.Join(", ", Enum.GetValues<UnitColumn>().Select(UnitColumns.NameOf)));
        var twice = _columns.OfType<UnitColumn>().GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return UnitImportFailures.ColumnTwice.On("rows[0]", UnitColumns.NameOf(twice.Key));

        // A file with one column of parents means both trees.
        _reportsWhereItLies = !_columns.Contains(UnitColumn.ReportsTo);
        return Result.Ok;
    }

    /// <summary>Takes a row; what cannot be understood of it becomes its problems.</summary>
    internal void Row(IReadOnlyList<string> fields)
    {
        var number = stage.Next();
        var before = stage.Problems.Rows;
        var liesIn = Code(number, fields, UnitColumn.LiesIn);
        var row = new UnitRow
        {
            Number = number,
            Code = Code(number, fields, UnitColumn.Code) ?? "",
            NameVi = Text(number, fields, UnitColumn.NameVi),
            NameEn = Text(number, fields, UnitColumn.NameEn),
            Type = Type(number, fields),
            LiesIn = liesIn,
            ReportsTo = _reportsWhereItLies ? liesIn : Code(number, fields, UnitColumn.ReportsTo),
            ValidFrom = Day(number, fields, UnitColumn.ValidFrom),
            ValidTo = Day(number, fields, UnitColumn.ValidTo),
            Latitude = Number(number, fields, UnitColumn.Latitude, -90, 90),
            Longitude = Number(number, fields, UnitColumn.Longitude, -180, 180),
            AreaKm2 = Number(number, fields, UnitColumn.AreaKm2, 0, LargestArea),
        };
        if (row.Code.Length == 0) stage.Problems.Add(number, UnitImportFailures.FieldMissing.On("code", new LocalText("mã đơn vị (code)", "code")));
        if (row.ValidTo < row.ValidFrom)
            stage.Problems.Add(number, UnitImportFailures.UnreadableField.On("validTo", "validTo", $"{row.ValidTo:yyyy-MM-dd}"));
        if (stage.Problems.Rows == before) stage.Add(row);
    }

    private string? Field(IReadOnlyList<string> fields, UnitColumn column)
    {
        var place = Array.IndexOf(_columns, column);
        if (place < 0 || place >= fields.Count) return null;
        var text = fields[place].Trim();
        return text.Length == 0 ? null : text;
    }

    private string? Text(int row, IReadOnlyList<string> fields, UnitColumn column) => Limited(row, Field(fields, column)?.Normalize(), column, LongestName);

    /// <summary>Codes of parents repeat: each is kept once.</summary>
    private string? Code(int row, IReadOnlyList<string> fields, UnitColumn column)
    {
        if (Limited(row, Field(fields, column), column, LongestCode) is not { } code) return null;
        if (_texts.TryGetValue(code, out var known)) return known;
        return _texts[code] = code;
    }

    private string? Limited(int row, string? text, UnitColumn column, int longest)
    {
        var name = UnitColumns.NameOf(column);
        if (text is not null && text.Any(char.IsControl))
        {
            Refuse(row, column, string.Concat(text.Where(letter => !char.IsControl(letter))));
            return null;
        }

        if (text is null || text.Length <= longest) return text;
        stage.Problems.Add(row, UnitImportFailures.FieldTooLong.On(name, name, longest));
        return null;
    }

    private UnitType? Type(int row, IReadOnlyList<string> fields)
    {
        if (Field(fields, UnitColumn.Type) is not { } text) return null;
        if (UnitTypeNames.TryRead(text, out var type)) return type;
        Refuse(row, UnitColumn.Type, text);
        return null;
    }

    private DateOnly? Day(int row, IReadOnlyList<string> fields, UnitColumn column)
    {
        if (Field(fields, column) is not { } text) return null;
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000) return day;
        Refuse(row, column, text);
        return null;
    }

    /// <summary>A point or, as Vietnamese spreadsheets write it, a comma before the decimals; no groups.</summary>
    private decimal? Number(int row, IReadOnlyList<string> fields, UnitColumn column, decimal least, decimal most)
    {
        if (Field(fields, column) is not { } text) return null;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text.Replace(',', '.'), styles, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return Math.Round(number, 6);
        Refuse(row, column, text);
        return null;
    }

    private void Refuse(int row, UnitColumn column, string text)
    {
        const int most = 60;
        var name = UnitColumns.NameOf(column);
        stage.Problems.Add(row, UnitImportFailures.UnreadableField.On(name, name, text.Length <= most ? text : text[..most]));
    }
}
