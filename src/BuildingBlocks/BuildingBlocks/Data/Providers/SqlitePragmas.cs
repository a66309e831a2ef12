using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>Settings that SQLite keeps per connection, not per file.</summary>
internal sealed class SqlitePragmas(string synchronous) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = synchronous == "NORMAL"
            ? "PRAGMA busy_timeout = 60000; PRAGMA synchronous = NORMAL;"
            : "PRAGMA busy_timeout = 60000; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
    }
}
