using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>Settings that SQLite keeps per connection, not per file; a pooled connection keeps them from one use to the next.</summary>
internal sealed class SqlitePragmas(string synchronous) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<sqlite3, object> _done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || _done.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = synchronous == "NORMAL"
            ? "PRAGMA busy_timeout = 60000; PRAGMA synchronous = NORMAL;"
            : "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
        _done.AddOrUpdate(handle, this);
    }
}
