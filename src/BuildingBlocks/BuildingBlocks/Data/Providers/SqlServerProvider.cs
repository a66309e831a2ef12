using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace LearningCity.BuildingBlocks.Data.Providers;

/// <summary>The production database of the design card.</summary>
internal sealed class SqlServerProvider(DatabaseOptions options) : IDatabaseProvider
{
    /// <summary>SQL Server 2019: the oldest version in support that the dialect check knows.</summary>
    private const int CompatibilityLevel = 150;
    private const int DuplicateKeyInIndex = 2601;
    private const int DuplicateKeyInConstraint = 2627;

    public string Name => "sqlserver";

    public bool HasSchemas => true;

    public bool WritesOneAtATime => false;

    public string OrdinalCollation => "Latin1_General_100_BIN2";

    public bool StoresSortableText => false;

    public void Configure(DbContextOptionsBuilder contextOptions, string schema) => contextOptions
        .UseSqlServer(options.ConnectionString, sqlServer => sqlServer
            .UseCompatibilityLevel(CompatibilityLevel)
            .MigrationsAssembly("LearningCity.Migrations.SqlServer")
            .MigrationsHistoryTable("migrations", schema));

    public DbConnection CreateConnection() => new SqlConnection(options.ConnectionString);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: DuplicateKeyInIndex or DuplicateKeyInConstraint };

    public async Task<long> BulkInsertAsync(
        DbContext context, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
            var options = transaction is null ? SqlBulkCopyOptions.UseInternalTransaction : SqlBulkCopyOptions.Default;
            using var copy = new SqlBulkCopy((SqlConnection)context.Database.GetDbConnection(), options, transaction)
            {
                DestinationTableName = $"[{table.Schema}].[{table.Name}]",
                EnableStreaming = true,
                BatchSize = 0,
            };
            foreach (var column in table.Columns) copy.ColumnMappings.Add(column.Name, column.Name);
            using var reader = new RowReader(table, rows);
            await copy.WriteToServerAsync(reader, cancellationToken);
            return reader.RowsRead;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void ConfigureScheduler(IPersistentStoreBuilder store)
    {
        store.UseSqlServer(SqlClientFactory.Instance, options.ConnectionString);
        store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
    }
}
