using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>
/// One prepared insert for many rows, its values bound by their place: the driver seeks each parameter by its name among all, at each
/// execution. Values are written as the driver writes them, so that rows saved either way are alike.
/// </summary>
internal static class SqliteInsert
{
    /// <summary>Inserts rows in the connection's present transaction.</summary>
    /// <returns>How many.</returns>
    internal static long Run(SqliteConnection connection, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", Enumerable.Repeat("?", table.Columns.Count));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({places})", out var insert), database);
        using (insert)
        {
            long written = 0;
            foreach (var row in rows)
            {
                if (written % 1000 == 0) cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < row.Length; i++) Check(Bind(insert, i + 1, row[i]), database);
                var outcome = raw.sqlite3_step(insert);
                if (outcome != raw.SQLITE_DONE) Check(outcome, database);
                raw.sqlite3_reset(insert);
                written++;
            }

            return written;
        }
    }

    private static int Bind(sqlite3_stmt insert, int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(insert, place),
        string text => raw.sqlite3_bind_text(insert, place, text),
        byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(insert, place, 0) : raw.sqlite3_bind_blob(insert, place, bytes),
        Guid id => raw.sqlite3_bind_text(insert, place, id.ToString().ToUpperInvariant()),
        DateOnly day => raw.sqlite3_bind_text(insert, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        bool flag => raw.sqlite3_bind_int(insert, place, flag ? 1 : 0),
        byte or short or ushort or int or uint or long => raw.sqlite3_bind_int64(insert, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double or float => raw.sqlite3_bind_double(insert, place, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no form in SQLite that rows are written in bulk in."),
    };

    private static void Check(int outcome, sqlite3 database)
    {
        if (outcome is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), outcome, raw.sqlite3_extended_errcode(database));
    }
}
