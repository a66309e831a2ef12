using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Quartz;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>Production without licence cost, and the server that every test run starts for real.</summary>
internal sealed class PostgreSqlProvider(DatabaseOptions options) : IDatabaseProvider
{
    public string Name => "postgresql";

    public bool HasSchemas => true;

    public bool WritesOneAtATime => false;

    public string OrdinalCollation => "C";

    public bool StoresSortableText => false;

    public void Configure(DbContextOptionsBuilder contextOptions, string schema) => contextOptions
        .UseNpgsql(options.ConnectionString, postgres => postgres
            .MigrationsAssembly("LearningCity.Migrations.PostgreSql")
            .MigrationsHistoryTable("migrations", schema));

    public DbConnection CreateConnection() => new NpgsqlConnection(options.ConnectionString);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public async Task<long> BulkInsertAsync(
        DbContext context, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
            await using var copy = await connection.BeginBinaryImportAsync(
                $"COPY \"{table.Schema}\".\"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is null) await copy.WriteNullAsync(cancellationToken);
                    else await copy.WriteAsync(row[i]!, BaseType(table.Columns[i].StoreType), cancellationToken);
                }
            }

            return (long)await copy.CompleteAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void ConfigureScheduler(IPersistentStoreBuilder store)
    {
        store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString);
        store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
    }

    /// <summary>The name without length or precision, which the wire format does not know.</summary>
    private static string BaseType(string storeType)
    {
        var parenthesis = storeType.IndexOf('(', StringComparison.Ordinal);
        return parenthesis < 0 ? storeType : storeType[..parenthesis];
    }
}
