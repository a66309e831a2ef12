using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningCity.Testing.SqlServer;

/// <summary>Keeps what would be sent, and stops there.</summary>
public sealed class CommandRecorder : DbCommandInterceptor
{
    private readonly List<string> _statements = [];

    /// <summary>What would have been sent, in order.</summary>
    public IReadOnlyList<string> Statements => _statements;

    /// <summary>Hands over what was recorded and forgets it.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. _statements];
        _statements.Clear();
        return taken;
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw Record(command);

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        throw Record(command);

    /// <inheritdoc />
    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => throw Record(command);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        throw Record(command);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        throw Record(command);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        throw Record(command);

    private RecordedException Record(DbCommand command)
    {
        _statements.Add(command.CommandText);
        return new RecordedException();
    }
}

/// <summary>Ends a command that was recorded instead of sent.</summary>
public sealed class RecordedException() : Exception("The command was recorded and not sent.");
