using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// Reads rows from JSON as it arrives: one object, an array of objects, or objects one after the other (NDJSON). Tokens are read where
/// they lie; nothing of a row that is plain is allocated.
/// </summary>
internal sealed class JsonRows(ImportStage stage, int mostRows)
{
    /// <summary>A unit by its key is told from one by its code by a sign that no code has.</summary>
    internal const char KeySign = '\u0001';

    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 8 });
    private RowDraft _row = new();
    private Field _field;
    private int _objects;
    private int _arrays;
    private int _nested;

    private enum Field
    {
        Unknown,
        PeriodCode,
        UnitCode,
        UnitId,
        IndicatorCode,
        SetCode,
        Disaggregation,
        Value,
        Numerator,
        Denominator,
        State,
        Comment,
    }

    /// <summary>Reads to the end; a refusal where the body is no JSON of that shape or has too many rows.</summary>
    internal async Task<Result> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var consumed = read.Buffer.Start;
            try
            {
                consumed = Take(read.Buffer, read.IsCompleted);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                // The reader says the second of a text that is no Unicode, such as half of a pair of code units. What was read is given
                // back, or the server could not drain the rest and would cut the connection.
                body.AdvanceTo(read.Buffer.End);
                return PlatformFailures.UnreadableBody.On($"rows[{stage.Count + 1}]", $" (dòng/row {stage.Count + 1})");
            }

            foreach (var segment in read.Buffer.Slice(0, consumed)) hash.AppendData(segment.Span);
            body.AdvanceTo(consumed, read.Buffer.End);
            if (stage.Count > mostRows) return ImportFailures.TooManyRows.With(mostRows);
            if (read.IsCompleted) break;
        }

        if (_objects > 0 || _arrays > 0) return PlatformFailures.UnreadableBody.With("");
        stage.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return Result.Ok;
    }

    private SequencePosition Take(ReadOnlySequence<byte> buffer, bool isFinal)
    {
        var reader = new Utf8JsonReader(buffer, isFinal, _state);
        while (reader.Read()) Token(ref reader);
        _state = reader.CurrentState;
        return reader.Position;
    }

    private void Token(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when _objects == 0:
                _objects = 1;
                _row = new RowDraft();
                break;
            case JsonTokenType.EndObject when _nested == 0:
                _objects = 0;
                stage.Add(_row);
                break;
            case JsonTokenType.StartArray when _objects == 0 && _arrays == 0:
                _arrays = 1;
                break;
            case JsonTokenType.EndArray when _nested == 0:
                _arrays = 0;
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when _objects > 0:
                if (_nested++ == 0) Refuse();
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _nested--;
                break;
            case JsonTokenType.PropertyName when _nested == 0:
                _field = FieldOf(ref reader);
                break;
            default:
                if (_objects == 0) throw new JsonException("A row is an object.");
                if (_nested == 0) Value(ref reader);
                break;
        }
    }

    private void Value(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        switch (_field)
        {
            case Field.Value:
                OfValue(ref reader);
                break;
            case Field.Numerator when IsNumber(ref reader, out var numerator):
                _row.Numerator(numerator);
                break;
            case Field.Denominator when IsNumber(ref reader, out var denominator):
                _row.Denominator(denominator);
                break;
            case Field.Unknown:
                break;
            default:
                if (reader.TokenType == JsonTokenType.String) Words(ref reader);
                else Refuse();
                break;
        }
    }

    private void OfValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _row.Text = reader.GetString();
                break;
            case JsonTokenType.True or JsonTokenType.False:
                _row.Number(reader.TokenType == JsonTokenType.True ? 1 : 0);
                break;
            default:
                if (IsNumber(ref reader, out var number)) _row.Number(number);
                else Refuse();
                break;
        }
    }

    private void Words(ref Utf8JsonReader reader)
    {
        switch (_field)
        {
            case Field.PeriodCode:
                _row.Period = NumberOf(stage.Periods, ref reader);
                break;
            case Field.UnitCode:
                _row.Unit = NumberOf(stage.Units, ref reader);
                break;
            case Field.UnitId when reader.TryGetGuid(out var unitId):
                _row.Unit = stage.Units.NumberOf($"{KeySign}{unitId}");
                break;
            case Field.IndicatorCode:
                _row.Indicator = NumberOf(stage.Indicators, ref reader);
                break;
            case Field.SetCode:
                _row.SetCode = reader.GetString();
                break;
            case Field.Disaggregation:
                _row.Disaggregation = reader.GetString();
                break;
            case Field.Comment:
                _row.Comment = reader.GetString();
                break;
            case Field.State when SnakeCase.TryParse<CellState>(reader.GetString(), out var state):
                _row.State = state;
                break;
            default:
                Refuse();
                break;
        }
    }

    private void Refuse() => _row.Problem ??= ImportFailures.UnreadableField.On(NameOf(_field), NameOf(_field));

    private static bool IsNumber(ref Utf8JsonReader reader, out decimal number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out number);
    }

    private static int NumberOf(CodeTable table, ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped) return table.NumberOf(reader.GetString());
        return table.NumberOf(reader.ValueSpan);
    }

    private static Field FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("periodCode"u8) ? Field.PeriodCode
        : reader.ValueTextEquals("unitCode"u8) ? Field.UnitCode
        : reader.ValueTextEquals("indicatorCode"u8) ? Field.IndicatorCode
        : reader.ValueTextEquals("value"u8) ? Field.Value
        : reader.ValueTextEquals("numerator"u8) ? Field.Numerator
        : reader.ValueTextEquals("denominator"u8) ? Field.Denominator
        : reader.ValueTextEquals("unitId"u8) ? Field.UnitId
        : reader.ValueTextEquals("state"u8) ? Field.State
        : reader.ValueTextEquals("comment"u8) ? Field.Comment
        : reader.ValueTextEquals("setCode"u8) ? Field.SetCode
        : reader.ValueTextEquals("disaggregation"u8) ? Field.Disaggregation
        : Field.Unknown;

    private static string NameOf(Field field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
