namespace LearningCity.Testing.SqlServer;

/// <summary>One thing in a FROM clause.</summary>
/// <param name="Alias">The name by which columns call it.</param>
/// <param name="Columns">Its columns; null where nobody can know them.</param>
internal sealed record RowSource(string Alias, IReadOnlySet<string>? Columns)
{
    /// <summary>Whether it has the column, or may have it.</summary>
    internal bool Has(string column) => Columns is null || Columns.Contains(column);
}

/// <summary>What names mean at one place of a query: its own sources, then those of the query around it.</summary>
internal sealed class QueryScope(QueryScope? outer)
{
    private readonly List<RowSource> _sources = [];
    private readonly Dictionary<string, IReadOnlySet<string>?> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Only for an ORDER BY: names that the SELECT list gives.</summary>
    internal IReadOnlySet<string>? OutputNames { get; set; }

    internal IReadOnlyList<RowSource> Sources => _sources;

    /// <summary>Adds a source; a fault if its name is taken already.</summary>
    internal string? Add(RowSource source)
    {
        var taken = _sources.Exists(other => other.Alias.Equals(source.Alias, StringComparison.OrdinalIgnoreCase));
        _sources.Add(source);
        return taken ? $"two sources are called {source.Alias}" : null;
    }

    /// <summary>The same place for a query that stands beside the sources and does not see them.</summary>
    internal QueryScope WithoutSources()
    {
        var place = new QueryScope(Outer);
        foreach (var (name, columns) in _named) place.Name(name, columns);
        return place;
    }

    /// <summary>Names a common table expression or a table variable.</summary>
    internal void Name(string name, IReadOnlySet<string>? columns) => _named[name] = columns;

    /// <summary>Columns of what was named here or further out.</summary>
    internal bool TryFindNamed(string name, out IReadOnlySet<string>? columns)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._named.TryGetValue(name, out columns)) return true;
        }

        columns = null;
        return false;
    }

    /// <summary>The source of that alias, here or further out.</summary>
    internal RowSource? Find(string alias)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._sources.Find(source => source.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        }

        return null;
    }

    /// <summary>What is wrong with a column of that name; null if it is found once.</summary>
    internal string? FaultOf(string column)
    {
        if (OutputNames?.Contains(column) == true) return null;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var count = scope._sources.Count(source => source.Has(column));
            if (count == 1) return null;
            if (count > 1) return $"column {column} is ambiguous";
        }

        return $"there is no column {column}";
    }

    private QueryScope? Outer { get; } = outer;
}
