using Microsoft.Data.Sqlite;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>Looks into a host's embedded database from outside.</summary>
internal static class DatabaseFile
{
    /// <summary>One number, such as a count.</summary>
    internal static async Task<long> NumberAsync(IReadOnlyDictionary<string, string> settings, string sql)
    {
        await using var connection = await OpenAsync(settings);
        return await NumberAsync(connection, sql);
    }

    /// <summary>How many rows each table has.</summary>
    internal static async Task<SortedDictionary<string, long>> CountRowsAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var connection = await OpenAsync(settings);
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'QRTZ_%'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables) counts[table] = await NumberAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"");
        return counts;
    }

    /// <summary>Waits until a number has grown beyond another.</summary>
    internal static async Task WaitUntilAboveAsync(
        IReadOnlyDictionary<string, string> settings, string sql, long number, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(settings);
        while (await NumberAsync(connection, sql) <= number)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Every millisecond counts where a blow is to fall in the middle of something.
            await Task.Yield();
        }
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<SqliteConnection> OpenAsync(IReadOnlyDictionary<string, string> settings)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(settings["Database:ConnectionString"]) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
