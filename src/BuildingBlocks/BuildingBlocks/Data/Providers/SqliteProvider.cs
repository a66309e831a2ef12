using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>The embedded default: one file, one writer at a time, write-ahead log.</summary>
internal sealed class SqliteProvider : IDatabaseProvider
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
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
            var own = context.Database.CurrentTransaction is null ? (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken) : null;
            await using (own)
            {
                var written = SqliteInsert.Run(connection, table, rows, cancellationToken);
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
}
