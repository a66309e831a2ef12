using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// Reads rows from CSV: a header with the names of the fields, a comma or semicolon between them, UTF-8, numbers with a point and without
/// groups. What the value is (a number or the code of a level) shows in the field itself.
/// </summary>
internal sealed class CsvRows(ImportStage stage, int mostRows)
{
    private delegate void Setter(ref RowDraft row, ImportStage stage, string text);

    private static readonly Dictionary<string, Setter> Setters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["periodCode"] = (ref row, stage, text) => row.Period = stage.Periods.NumberOf(text),
        ["unitCode"] = (ref row, stage, text) => row.Unit = stage.Units.NumberOf(text),
        ["unitId"] = (ref row, stage, text) => Unit(ref row, stage, text),
        ["indicatorCode"] = (ref row, stage, text) => row.Indicator = stage.Indicators.NumberOf(text),
        ["setCode"] = (ref row, _, text) => row.SetCode = text,
        ["disaggregation"] = (ref row, _, text) => row.Disaggregation = text,
        ["value"] = (ref row, _, text) => Value(ref row, text),
        ["numerator"] = (ref row, _, text) => Numerator(ref row, text),
        ["denominator"] = (ref row, _, text) => Denominator(ref row, text),
        ["state"] = (ref row, _, text) => State(ref row, text),
        ["comment"] = (ref row, _, text) => row.Comment = text,
    };

    /// <summary>Reads to the end; a refusal where the body is no CSV with such a header or has too many rows.</summary>
    internal async Task<Result> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var sha = SHA256.Create();
        await using var hashed = new CryptoStream(body, sha, CryptoStreamMode.Read, leaveOpen: true);
        using var text = new StreamReader(hashed, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 64 * 1024);
        var records = new CsvRecords(text);
        try
        {
            if (!await records.ReadAsync(cancellationToken)) return ImportFailures.NoRows;
            var setters = records.Fields.Select(name => Setters.GetValueOrDefault(name.Trim())).ToArray();
            if (setters.All(setter => setter is null)) return PlatformFailures.UnreadableBody.On("rows[0]", " (header)");
            while (await records.ReadAsync(cancellationToken))
            {
                Add(records.Fields, setters);
                if (stage.Count > mostRows) return ImportFailures.TooManyRows.With(mostRows);
            }
        }
        catch (FormatException)
        {
            return PlatformFailures.UnreadableBody.On($"rows[{stage.Count + 1}]", $" (dòng/row {stage.Count + 1})");
        }

        stage.Hash = Convert.ToHexStringLower(sha.Hash!);
        return Result.Ok;
    }

    private void Add(IReadOnlyList<string> fields, Setter?[] setters)
    {
        var row = new RowDraft();
        for (var i = 0; i < Math.Min(fields.Count, setters.Length); i++)
        {
            var field = fields[i].Trim();
            if (field.Length > 0) setters[i]?.Invoke(ref row, stage, field);
        }

        stage.Add(row);
    }

    private static void Unit(ref RowDraft row, ImportStage stage, string text)
    {
        if (Guid.TryParse(text, out var unitId)) row.Unit = stage.Units.NumberOf($"{JsonRows.KeySign}{unitId}");
        else Refuse(ref row, "unitId");
    }

    private static void Value(ref RowDraft row, string text)
    {
        if (IsNumber(text, out var number)) row.Number(number);
        else row.Text = text;
    }

    private static void Numerator(ref RowDraft row, string text)
    {
        if (IsNumber(text, out var number)) row.Numerator(number);
        else Refuse(ref row, "numerator");
    }

    private static void Denominator(ref RowDraft row, string text)
    {
        if (IsNumber(text, out var number)) row.Denominator(number);
        else Refuse(ref row, "denominator");
    }

    private static void State(ref RowDraft row, string text)
    {
        if (SnakeCase.TryParse<CellState>(text, out var state)) row.State = state;
        else Refuse(ref row, "state");
    }

    private static void Refuse(ref RowDraft row, string field) => row.Problem ??= ImportFailures.UnreadableField.On(field, field);

    private static bool IsNumber(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
