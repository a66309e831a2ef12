using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable EF1001 // The one place where every query passes is internal to EF; only tests stand on it.

namespace LearningCity.Testing.SqlServer;

/// <summary>
/// Asks every query of the product of SQL Server as well, without a server: the first time that a query is compiled for the database
/// of the test, it is also translated for SQL Server and checked. So whatever the tests reach is known to be understood there.
/// </summary>
internal sealed class SqlServerShadow(
    IQueryContextFactory queryContextFactory, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger, ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
    : QueryCompiler(queryContextFactory, cache, keys, database, logger, current, filter, model)
{
    private static readonly ConcurrentDictionary<Type, ConcurrentBag<Shadow>> Idle = new();
    private static readonly ConcurrentDictionary<string, byte> Seen = new();
    private readonly Type _context = current.Context.GetType();
    private Expression? _query;

    /// <summary>Distinct statements that were checked in this process.</summary>
    internal static IReadOnlyCollection<string> Statements => [.. Seen.Keys];

    public override TResult Execute<TResult>(Expression query)
    {
        _query = query;
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        _query = query;
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    public override Func<QueryContext, TResult> CompileQueryCore<TResult>(IDatabase database, Expression query, IModel model, bool async)
    {
        if (_query is not null) Check<TResult>(_query, async);
        return base.CompileQueryCore<TResult>(database, query, model, async);
    }

    private void Check<TResult>(Expression query, bool async)
    {
        var idle = Idle.GetOrAdd(_context, static _ => []);
        if (!idle.TryTake(out var shadow)) shadow = new Shadow(_context);
        var statements = shadow.Ask<TResult>(query, async);
        idle.Add(shadow);
        foreach (var statement in statements.Where(statement => Seen.TryAdd(statement, 0)))
        {
            var faults = DialectChecker.OfProduct.Check(statement);
            if (faults.Count == 0) continue;
            Seen.TryRemove(statement, out _);
            throw new SqlServerRefusesException($"SQL Server would refuse this query: {string.Join("; ", faults)}\n{statement}");
        }
    }

    /// <summary>A context for SQL Server that only records.</summary>
    private sealed class Shadow
    {
        private readonly CommandRecorder _recorder = new();
        private readonly ModuleDbContext _db;
        private readonly IQueryCompiler _compiler;

        internal Shadow(Type context)
        {
            _db = SqlServerContexts.Create(context, _recorder);
            _compiler = _db.GetService<IQueryCompiler>();
        }

        internal IReadOnlyList<string> Ask<TResult>(Expression query, bool async)
        {
            try
            {
                var answer = async ? (object?)_compiler.ExecuteAsync<TResult>(query, CancellationToken.None) : _compiler.Execute<TResult>(query);
                switch (answer)
                {
                    case IRelationalQueryingEnumerable rows:
                        using (var command = rows.CreateDbCommand()) return [command.CommandText];
                    case Task task:
                        // Nothing is awaited anywhere: the command was recorded before the task was handed out.
                        task.GetAwaiter().GetResult();
                        break;
                    case IEnumerable rows:
                        rows.GetEnumerator().MoveNext();
                        break;
                }
            }
            catch (RecordedException)
            {
                // As it should end.
            }
            catch (Exception exception)
            {
                throw new SqlServerRefusesException($"This query has no form for SQL Server: {exception.Message}", exception);
            }

            return _recorder.Take();
        }
    }
}

/// <summary>A query that runs on the database of the test would not run on SQL Server.</summary>
internal sealed class SqlServerRefusesException(string message, Exception? inner = null) : Exception(message, inner);
