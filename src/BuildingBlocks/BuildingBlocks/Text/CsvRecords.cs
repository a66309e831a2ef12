namespace LearningCity.BuildingBlocks.Text;

/// <summary>
/// Reads records of CSV (RFC 4180) from text as it arrives: quoted fields may hold separators, line ends and doubled quotes. The separator
/// is the one of comma, semicolon and tab that the header has most of.
/// </summary>
public sealed class CsvRecords(TextReader text)
{
    /// <summary>Longer fields are no values: the file is something else, or a quote was left open.</summary>
    private const int LongestField = 32_768;

    private const int MostFields = 100;
    private readonly char[] _buffer = new char[32 * 1024];
    private readonly List<string> _fields = [];
    private readonly System.Text.StringBuilder _field = new();
    private int _length;
    private int _position;
    private char _separator;

    /// <summary>The fields of the present record.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Goes to the next record; empty lines are none. False at the end.</summary>
    /// <exception cref="FormatException">The text is no CSV.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!await ReadRecordAsync(cancellationToken)) return false;
        }
        while (_fields is [""]);
        return true;
    }

    private async Task<bool> ReadRecordAsync(CancellationToken cancellationToken)
    {
        _fields.Clear();
        var quoted = false;
        var any = false;
        while (_position < _length || await FillAsync(cancellationToken))
        {
            any = true;
            var next = _buffer[_position++];
            if (next == '"')
            {
                // A doubled quote inside quotes is one quote.
                if (quoted && (_position < _length || await FillAsync(cancellationToken)) && _buffer[_position] == '"')
                    Append(_buffer[_position++]);
                else
                    quoted = !quoted;
            }
            else if (!quoted && next == '\n')
            {
                EndField();
                return true;
            }
            else if (!quoted && next == _separator)
            {
                EndField();
            }
            else if (quoted || next != '\r')
            {
                Append(next);
            }
        }

        if (quoted) throw new FormatException("A quote is not closed.");
        if (any) EndField();
        return any;
    }

    private void Append(char letter)
    {
        if (_field.Length == LongestField) throw new FormatException("A field is too long.");
        _field.Append(letter);
    }

    private void EndField()
    {
        if (_fields.Count == MostFields) throw new FormatException("A record has too many fields.");
        _fields.Add(_field.ToString());
        _field.Clear();
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _length = await text.ReadAsync(_buffer.AsMemory(), cancellationToken);
        _position = 0;
        if (_separator == '\0' && _length > 0) _separator = SeparatorOf(_buffer.AsSpan(0, _length));
        return _length > 0;
    }

    private static char SeparatorOf(ReadOnlySpan<char> start)
    {
        var end = start.IndexOf('\n');
        var header = end < 0 ? start : start[..end];
        var (best, most) = (',', header.Count(','));
        foreach (var candidate in ";\t")
        {
            if (header.Count(candidate) > most) (best, most) = (candidate, header.Count(candidate));
        }

        return best;
    }
}
