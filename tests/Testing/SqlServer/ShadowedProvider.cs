using System.Data.Common;
using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Quartz;

#pragma warning disable EF1001 // See SqlServerShadow.

namespace LearningCity.Testing.SqlServer;

/// <summary>The database of the test, with SQL Server in its shadow.</summary>
internal sealed class ShadowedProvider(IDatabaseProvider inner) : IDatabaseProvider
{
    public string Name => inner.Name;

    public bool HasSchemas => inner.HasSchemas;

    public bool WritesOneAtATime => inner.WritesOneAtATime;

    public string? OrdinalCollation => inner.OrdinalCollation;

    public bool StoresSortableText => inner.StoresSortableText;

    public void Configure(DbContextOptionsBuilder options, string schema)
    {
        inner.Configure(options, schema);
        options.ReplaceService<IQueryCompiler, SqlServerShadow>();
    }

    public DbConnection CreateConnection() => inner.CreateConnection();

    public bool IsUniqueViolation(DbUpdateException exception) => inner.IsUniqueViolation(exception);

    public Task<long> BulkInsertAsync(
        DbContext context, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        inner.BulkInsertAsync(context, table, rows, cancellationToken);

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public void ConfigureScheduler(IPersistentStoreBuilder store) => inner.ConfigureScheduler(store);
}
