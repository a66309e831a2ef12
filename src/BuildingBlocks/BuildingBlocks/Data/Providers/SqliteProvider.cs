using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>The embedded default: one file, one writer at a time, write-ahead log.</summary>
internal sealed class SqliteProvider : IDatabaseProvider
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>SQLite seeks each parameter among all of a statement, so that more of them cost more than fewer statements save.</summary>
    private const int ParametersAtOnce = 128;
    private readonly string _connectionString;
    private readonly SqlitePragmas _pragmas;

    public SqliteProvider(DatabaseOptions options)
    {
        _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = 60, Pooling = true }.ToString();
        _pragmas = new SqlitePragmas(options.Synchronous == "normal" ? "NORMAL" : "FULL");
    }

    public string Name => "sqlite";

    public bool HasSchemas => false;

    public bool WritesOneAtATime => true;

    public string? OrdinalCollation => null;

    public bool StoresSortableText => true;

    public void Configure(DbContextOptionsBuilder options, string schema) => options
        .UseSqlite(_connectionString, sqlite => sqlite
            .MigrationsAssembly("LearningCity.Migrations.Sqlite")
            .MigrationsHistoryTable($"{schema}_migrations"))
        .AddInterceptors(_pragmas);

    public DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey };

    public async Task<long> BulkInsertAsync(
        DbContext context, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            var current = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
            var own = current is null ? (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken) : null;
            await using (own)
            {
                var written = await InsertAsync(connection, current ?? own!, table, rows, cancellationToken);
                if (own is not null) await own.CommitAsync(cancellationToken);
                return written;
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(_connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL;";
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public void ConfigureScheduler(IPersistentStoreBuilder store) =>
        store.UseSqlite(SqliteFactory.Instance, _connectionString);

    private static async Task<long> InsertAsync(
        SqliteConnection connection, SqliteTransaction transaction, BulkTable table, IEnumerable<object?[]> rows,
        CancellationToken cancellationToken)
    {
        // One prepared command for many rows a time, and one for the single rows that are left over.
        var rowsAtOnce = Math.Clamp(ParametersAtOnce / table.Columns.Count, 1, 50);
        await using var many = Prepare(connection, transaction, table, rowsAtOnce);
        await using var one = Prepare(connection, transaction, table, 1);
        var waiting = new List<object?[]>(rowsAtOnce);
        long written = 0;
        foreach (var row in rows)
        {
            waiting.Add(row);
            if (waiting.Count < rowsAtOnce) continue;
            cancellationToken.ThrowIfCancellationRequested();
            Fill(many, waiting, table.Columns.Count);
            written += many.ExecuteNonQuery();
            waiting.Clear();
        }

        foreach (var row in waiting)
        {
            Fill(one, [row], table.Columns.Count);
            written += one.ExecuteNonQuery();
        }

        return written;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, BulkTable table, int rows)
    {
        var sql = new StringBuilder("INSERT INTO \"").Append(table.Name).Append("\" (")
            .AppendJoin(", ", table.Columns.Select(column => $"\"{column.Name}\"")).Append(") VALUES ");
        var command = connection.CreateCommand();
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"$p{(row * table.Columns.Count) + column}");
                sql.Append(column == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }

            sql.Append(')');
        }

#pragma warning disable CA2100 // Names of tables and columns come from the model, values are parameters.
        command.CommandText = sql.ToString();
#pragma warning restore CA2100
        command.Transaction = transaction;
        return command;
    }

    private static void Fill(SqliteCommand command, List<object?[]> rows, int columns)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
                command.Parameters[(row * columns) + column].Value = rows[row][column] ?? DBNull.Value;
        }
    }
}
