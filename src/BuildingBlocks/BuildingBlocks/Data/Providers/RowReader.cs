using System.Collections;
using System.Data.Common;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>Shows rows to a bulk copy as a data reader, one at a time.</summary>
internal sealed class RowReader(BulkTable table, IEnumerable<object?[]> rows) : DbDataReader
{
    private readonly IEnumerator<object?[]> _rows = rows.GetEnumerator();

    public long RowsRead { get; private set; }

    public override int FieldCount => table.Columns.Count;

    public override int Depth => 0;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (!_rows.MoveNext()) return false;
        RowsRead++;
        return true;
    }

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => _rows.Current[ordinal] ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => _rows.Current[ordinal] is null;

    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == name) return i;
        }

        throw new ArgumentOutOfRangeException(nameof(name));
    }

    public override Type GetFieldType(int ordinal) => table.Columns[ordinal].Type;

    public override string GetDataTypeName(int ordinal) => table.Columns[ordinal].StoreType;

    public override int GetValues(object[] values)
    {
        for (var i = 0; i < table.Columns.Count; i++) values[i] = GetValue(i);
        return table.Columns.Count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("A bulk copy takes bytes as one value.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("A bulk copy takes text as one value.");

    public override IEnumerator GetEnumerator() => _rows;

    protected override void Dispose(bool disposing)
    {
        if (disposing) _rows.Dispose();
        base.Dispose(disposing);
    }
}
