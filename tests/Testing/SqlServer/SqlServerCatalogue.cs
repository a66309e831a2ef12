using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace LearningCity.Testing.SqlServer;

/// <summary>Tables and their columns, as the statements of a script make them.</summary>
public sealed class SqlServerCatalogue
{
    private readonly Dictionary<string, HashSet<string>> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many tables there are.</summary>
    public int Count => _tables.Count;

    /// <summary>A catalogue of what scripts create, in their order.</summary>
    public static SqlServerCatalogue Of(params IEnumerable<string> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        var catalogue = new SqlServerCatalogue();
        foreach (var script in scripts) TransactSql.Parse(script).Accept(new Reader(catalogue));
        return catalogue;
    }

    /// <summary>The columns of a table; null if there is no such table.</summary>
    public IReadOnlySet<string>? Find(SchemaObjectName name) => _tables.GetValueOrDefault(NameOf(name));

    private static string NameOf(SchemaObjectName name) => $"{name.SchemaIdentifier?.Value ?? "dbo"}.{name.BaseIdentifier.Value}";

    /// <summary>Follows the definition of tables through a script.</summary>
    private sealed class Reader(SqlServerCatalogue catalogue) : TSqlFragmentVisitor
    {
        public override void Visit(CreateTableStatement node) =>
            catalogue._tables[NameOf(node.SchemaObjectName)] = new HashSet<string>(ColumnsOf(node.Definition), StringComparer.OrdinalIgnoreCase);

        public override void Visit(AlterTableAddTableElementStatement node) =>
            TableOf(node.SchemaObjectName).UnionWith(ColumnsOf(node.Definition));

        public override void Visit(AlterTableDropTableElementStatement node) =>
            TableOf(node.SchemaObjectName).ExceptWith(node.AlterTableDropTableElements
                .Where(element => element.TableElementType == TableElementType.Column).Select(element => element.Name.Value));

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects) catalogue._tables.Remove(NameOf(table));
        }

        private static IEnumerable<string> ColumnsOf(TableDefinition definition) =>
            definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value);

        private HashSet<string> TableOf(SchemaObjectName name) => catalogue._tables.TryGetValue(NameOf(name), out var columns)
            ? columns
            : throw new InvalidOperationException($"A script alters {NameOf(name)} before it creates it.");
    }
}
