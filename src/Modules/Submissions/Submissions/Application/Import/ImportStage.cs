using System.Runtime.InteropServices;
using System.Text;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// The rows of an import as they were read, before anything is known of them. A row takes some fifty bytes: codes are kept once and
/// numbered, rare texts lie beside, so that a million rows fit in memory and are read without a look-up each.
/// </summary>
internal sealed class ImportStage
{
    private readonly List<StagedRow> _rows = [];
    private readonly List<RowExtras> _extras = [RowExtras.None];
    private readonly List<RowProblem> _unreadable = [];

    internal CodeTable Periods { get; } = new();

    internal CodeTable Units { get; } = new();

    internal CodeTable Indicators { get; } = new();

    /// <summary>SHA-256 of what was read, in hexadecimal.</summary>
    internal string Hash { get; set; } = "";

    internal ReadOnlySpan<StagedRow> Rows => CollectionsMarshal.AsSpan(_rows);

    internal int Count => _rows.Count;

    /// <summary>Rows that could not be read as rows.</summary>
    internal IReadOnlyList<RowProblem> Unreadable => _unreadable;

    internal RowExtras ExtrasOf(in StagedRow row) => _extras[row.Extras];

    /// <summary>Takes a row; what could not be read of it is kept as its problem.</summary>
    internal void Add(in RowDraft draft)
    {
        var number = _rows.Count + 1;
        var extras = 0;
        if (draft.HasExtras)
        {
            extras = _extras.Count;
            _extras.Add(new RowExtras(draft.Text, draft.Comment, draft.Disaggregation ?? "", draft.SetCode));
        }

        if (draft.Problem is not null) _unreadable.Add(new RowProblem(number, draft.Problem));
        _rows.Add(new StagedRow
        {
            Period = draft.Period,
            Unit = draft.Unit,
            Indicator = draft.Indicator,
            Extras = extras,
            State = draft.State,
            Parts = draft.Problem is null ? draft.Parts : RowParts.Unreadable,
            First = draft.First,
            Second = draft.Second,
        });
    }

    /// <summary>Key of the part that the row at an index is about; empty for the whole figure.</summary>
    internal string DisaggregationOf(int index) => _extras[_rows[index].Extras].Disaggregation;

    /// <summary>What the row says for its cell.</summary>
    internal RawEntry EntryOf(in StagedRow row)
    {
        var extras = _extras[row.Extras];
        return new RawEntry(
            row.State,
            row.Parts.HasFlag(RowParts.Number) ? row.First : null,
            extras.Text,
            row.Parts.HasFlag(RowParts.Numerator) ? row.First : null,
            row.Parts.HasFlag(RowParts.Denominator) ? row.Second : null,
            extras.Comment);
    }
}

/// <summary>Which numbers a row carries.</summary>
[Flags]
internal enum RowParts : byte
{
    None = 0,
    Number = 1,
    Numerator = 2,
    Denominator = 4,

    /// <summary>Both a number and a numerator came: no indicator takes both.</summary>
    Contradiction = 8,

    /// <summary>The row could not be read.</summary>
    Unreadable = 16,
}

/// <summary>One row, as staged.</summary>
internal readonly struct StagedRow
{
    /// <summary>Number of the period's code; -1 where it was missing.</summary>
    internal required int Period { get; init; }

    internal required int Unit { get; init; }

    internal required int Indicator { get; init; }

    internal required int Extras { get; init; }

    internal required CellState? State { get; init; }

    internal required RowParts Parts { get; init; }

    /// <summary>The number or the numerator.</summary>
    internal required decimal First { get; init; }

    /// <summary>The denominator.</summary>
    internal required decimal Second { get; init; }
}

/// <summary>A row while it is being read.</summary>
internal struct RowDraft()
{
    internal int Period = -1;
    internal int Unit = -1;
    internal int Indicator = -1;
    internal CellState? State;
    internal RowParts Parts;
    internal decimal First;
    internal decimal Second;
    internal string? Text;
    internal string? Comment;
    internal string? Disaggregation;
    internal string? SetCode;
    internal Failure? Problem;

    internal readonly bool HasExtras => Text is not null || Comment is not null || Disaggregation is not null || SetCode is not null;

    internal void Number(decimal value)
    {
        Parts |= Parts.HasFlag(RowParts.Numerator) ? RowParts.Number | RowParts.Contradiction : RowParts.Number;
        First = value;
    }

    internal void Numerator(decimal value)
    {
        Parts |= Parts.HasFlag(RowParts.Number) ? RowParts.Numerator | RowParts.Contradiction : RowParts.Numerator;
        First = value;
    }

    internal void Denominator(decimal value)
    {
        Parts |= RowParts.Denominator;
        Second = value;
    }
}

/// <summary>What few rows carry.</summary>
internal sealed record RowExtras(string? Text, string? Comment, string Disaggregation, string? SetCode)
{
    internal static RowExtras None { get; } = new(null, null, "", null);
}

/// <summary>Why a row was not taken.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Failure">The reason, with the field at fault.</param>
internal sealed record RowProblem(int Row, Failure Failure);

/// <summary>Numbers codes, so that each is kept and looked up once.</summary>
internal sealed class CodeTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _codes = [];

    internal CodeTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    internal IReadOnlyList<string> Codes => _codes;

    internal int NumberOf(ReadOnlySpan<char> code)
    {
        if (_bySpan.TryGetValue(code, out var number)) return number;
        var text = code.ToString();
        _numbers.Add(text, _codes.Count);
        _codes.Add(text);
        return _codes.Count - 1;
    }

    /// <summary>The same for UTF-8.</summary>
    internal int NumberOf(ReadOnlySpan<byte> utf8)
    {
        const int longestOnStack = 256;
        if (utf8.Length > longestOnStack) return NumberOf(Encoding.UTF8.GetString(utf8));
        Span<char> characters = stackalloc char[longestOnStack];
        return NumberOf(characters[..Encoding.UTF8.GetChars(utf8, characters)]);
    }
}
