using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>
/// The one seam for what differs between databases. Chosen by configuration (<c>Database:Provider</c>); no module names a provider.
/// </summary>
public interface IDatabaseProvider
{
    /// <summary><c>sqlite</c>, <c>sqlserver</c> or <c>postgresql</c>.</summary>
    string Name { get; }

    /// <summary>Whether schemas exist; where not, the schema becomes a prefix of the table name.</summary>
    bool HasSchemas { get; }

    /// <summary>Whether writers of one process must queue.</summary>
    bool WritesOneAtATime { get; }

    /// <summary>Collation under which text compares and sorts by code point, the same on all three; null where that is the default.</summary>
    string? OrdinalCollation { get; }

    /// <summary>Whether decimals and instants need to be stored in a form that sorts.</summary>
    bool StoresSortableText { get; }

    /// <summary>Points a context at the database.</summary>
    /// <param name="options">Of the context.</param>
    /// <param name="schema">The module's schema, which also holds its migrations history.</param>
    void Configure(DbContextOptionsBuilder options, string schema);

    /// <summary>A connection of its own, closed.</summary>
    DbConnection CreateConnection();

    /// <summary>Whether saving failed because a unique key exists already.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Writes rows past the change tracker, in the context's transaction if there is one.</summary>
    /// <param name="context">Whose connection is used.</param>
    /// <param name="table">Where the rows go.</param>
    /// <param name="rows">Values in the order of the table's columns, as the database stores them.</param>
    /// <param name="cancellationToken">Stops between rows; the caller's transaction then decides.</param>
    /// <returns>How many rows were written.</returns>
    Task<long> BulkInsertAsync(DbContext context, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Readies an empty or existing database before migrations run, and creates it if it is a file.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the scheduler's store in the same database.</summary>
    void ConfigureScheduler(IPersistentStoreBuilder store);
}

/// <summary>A table as a bulk insert sees it.</summary>
/// <param name="Schema">Null where the database has no schemas.</param>
/// <param name="Name">Of the table.</param>
/// <param name="Columns">In the order of the values.</param>
public sealed record BulkTable(string? Schema, string Name, IReadOnlyList<BulkColumn> Columns);

/// <summary>A column as a bulk insert sees it.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Type">What the values are, after conversion.</param>
/// <param name="StoreType">The database's own name of the type.</param>
public sealed record BulkColumn(string Name, Type Type, string StoreType);
