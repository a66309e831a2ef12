using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace LearningCity.Testing.SqlServer;

/// <summary>Microsoft's parser, for the grammar of SQL Server 2019.</summary>
internal static class TransactSql
{
    /// <summary>The script as a tree; what does not parse is a bug of the script.</summary>
    internal static TSqlFragment Parse(string sql)
    {
        var fragment = Parse(sql, out var errors);
        return errors.Count == 0 ? fragment : throw new FormatException(string.Join("; ", errors));
    }

    /// <summary>The script as a tree, as far as it parses.</summary>
    internal static TSqlFragment Parse(string sql, out IReadOnlyList<string> errors)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var found);
        errors = [.. found.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}")];
        return fragment;
    }
}
