using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace LearningCity.Testing.SqlServer;

/// <summary>Walks a query and its subqueries, each name in its own scope.</summary>
internal abstract class QueryWalker(SqlServerCatalogue catalogue) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> OfOpenJson = new(StringComparer.OrdinalIgnoreCase) { "key", "value", "type" };
    private static readonly HashSet<string> OfStringSplit = new(StringComparer.OrdinalIgnoreCase) { "value" };
    private readonly List<string> _faults = [];

    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>Where the walk is.</summary>
    protected QueryScope Scope { get; set; } = new(null);

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType != ColumnType.Regular) return;
        var parts = node.MultiPartIdentifier.Identifiers;
        var column = parts[^1].Value;
        if (parts.Count == 1)
        {
            Fault(Scope.FaultOf(column));
            return;
        }

        var alias = parts[^2].Value;
        if (Scope.Find(alias) is not { } source) Fault($"there is no source {alias} for column {column}");
        else if (!source.Has(column)) Fault($"{alias} has no column {column}");
    }

    public override void ExplicitVisit(FunctionCall node)
    {
        var name = node.FunctionName.Value;
        if (!KnownFunctions.Contains(name)) Fault($"there is no function {name}");
        node.CallTarget?.Accept(this);
        node.OverClause?.Accept(this);
        node.WithinGroupClause?.Accept(this);
        foreach (var argument in node.Parameters.Skip(KnownFunctions.FirstArgumentIsDatePart(name) ? 1 : 0)) argument.Accept(this);
    }

    public override void ExplicitVisit(ScalarSubquery node) => Query(node.QueryExpression);

    /// <summary>Records a fault, if there is one.</summary>
    protected void Fault(string? fault)
    {
        if (fault is not null) _faults.Add(fault);
    }

    /// <summary>Walks a query; the names of its columns, or null where nobody can know them.</summary>
    protected IReadOnlyList<string?>? Query(QueryExpression query)
    {
        var outer = Scope;
        Scope = new QueryScope(outer);
        var columns = query switch
        {
            QuerySpecification specification => Specification(specification),
            QueryParenthesisExpression parenthesis => Query(parenthesis.QueryExpression),
            BinaryQueryExpression both => Both(both),
            _ => throw new NotSupportedException(query.GetType().Name),
        };
        Scope.OutputNames = Named(columns);
        query.OrderByClause?.Accept(this);
        query.OffsetClause?.Accept(this);
        Scope = outer;
        return columns;
    }

    /// <summary>Makes the common table expressions of a statement known while it is walked.</summary>
    protected void WithTableExpressions(WithCtesAndXmlNamespaces? with, Action walk)
    {
        var outer = Scope;
        Scope = new QueryScope(outer);
        foreach (var expression in with?.CommonTableExpressions ?? [])
        {
            var name = expression.ExpressionName.Value;
            var declared = expression.Columns.Select(column => column.Value).ToList();
            // A recursive one sees itself: by its declared columns, or by those of its first part, which are not known yet.
            Scope.Name(name, declared.Count > 0 ? Named(declared) : null);
            var columns = Query(expression.QueryExpression);
            Scope.Name(name, Named(declared.Count > 0 ? declared : columns));
        }

        walk();
        Scope = outer;
    }

    /// <summary>Adds what a FROM clause names to the present scope.</summary>
    /// <param name="reference">A table, a query or a join of them.</param>
    /// <param name="seesSiblings">On the right of an APPLY: whether it may use columns of what stands before it.</param>
    protected void AddSource(TableReference reference, bool seesSiblings = false)
    {
        switch (reference)
        {
            case QualifiedJoin join:
                AddSource(join.FirstTableReference);
                AddSource(join.SecondTableReference);
                join.SearchCondition.Accept(this);
                break;
            case UnqualifiedJoin join:
                AddSource(join.FirstTableReference);
                AddSource(
                    join.SecondTableReference,
                    join.UnqualifiedJoinType is UnqualifiedJoinType.CrossApply or UnqualifiedJoinType.OuterApply);
                break;
            case JoinParenthesisTableReference parenthesis:
                AddSource(parenthesis.Join);
                break;
            case NamedTableReference table:
                Fault(Scope.Add(new(table.Alias?.Value ?? table.SchemaObject.BaseIdentifier.Value, ColumnsOf(table))));
                break;
            case VariableTableReference variable:
                Fault(Scope.Add(new(variable.Alias?.Value ?? variable.Variable.Name, ColumnsOf(variable))));
                break;
            case TableReferenceWithAlias derived:
                Fault(Scope.Add(new(derived.Alias?.Value ?? "", Derived(derived, seesSiblings))));
                break;
            default:
                throw new NotSupportedException(reference.GetType().Name);
        }
    }

    /// <summary>Whether a table is there once all scripts have run: one that a later migration drops is not.</summary>
    protected bool IsKept(SchemaObjectName name) => catalogue.Find(name) is not null;

    /// <summary>The columns of a table; a fault if there is none of that name.</summary>
    protected IReadOnlySet<string>? ColumnsOf(TableReference reference)
    {
        if (reference is VariableTableReference { Variable.Name: var variable })
        {
            if (!Scope.TryFindNamed(variable, out var declared)) Fault($"there is no table variable {variable}");
            return declared;
        }

        if (reference is not NamedTableReference { SchemaObject: var name }) throw new NotSupportedException(reference.GetType().Name);
        if (name.SchemaIdentifier is null && Scope.TryFindNamed(name.BaseIdentifier.Value, out var named)) return named;
        if (name.SchemaIdentifier?.Value is "sys") return null;
        var columns = catalogue.Find(name);
        if (columns is null) Fault($"there is no table {name.SchemaIdentifier?.Value}.{name.BaseIdentifier.Value}");
        return columns;
    }

    private static HashSet<string>? Named(IEnumerable<string?>? columns) =>
        columns is null ? null : new(columns.OfType<string>(), StringComparer.OrdinalIgnoreCase);

    private List<string?>? Specification(QuerySpecification query)
    {
        foreach (var reference in query.FromClause?.TableReferences ?? []) AddSource(reference);
        query.TopRowFilter?.Accept(this);
        query.WhereClause?.Accept(this);
        query.GroupByClause?.Accept(this);
        query.HavingClause?.Accept(this);
        var columns = new List<string?>();
        var known = true;
        foreach (var element in query.SelectElements)
        {
            element.Accept(this);
            switch (element)
            {
                case SelectScalarExpression { ColumnName.Value: { } alias }:
                    columns.Add(alias);
                    break;
                case SelectScalarExpression { Expression: ColumnReferenceExpression { MultiPartIdentifier: { } name } }:
                    columns.Add(name.Identifiers[^1].Value);
                    break;
                case SelectStarExpression star when Starred(star) is { } all:
                    columns.AddRange(all);
                    break;
                case SelectStarExpression:
                    known = false;
                    break;
                default:
                    columns.Add(null);
                    break;
            }
        }

        return known ? columns : null;
    }

    private List<string>? Starred(SelectStarExpression star)
    {
        IEnumerable<RowSource> sources = Scope.Sources;
        if (star.Qualifier?.Identifiers[^1].Value is { } alias)
        {
            if (Scope.Find(alias) is not { } source)
            {
                Fault($"there is no source {alias}");
                return null;
            }

            sources = [source];
        }

        var all = sources.ToList();
        return all.TrueForAll(source => source.Columns is not null) ? [.. all.SelectMany(source => source.Columns!)] : null;
    }

    private IReadOnlyList<string?>? Both(BinaryQueryExpression both)
    {
        var first = Query(both.FirstQueryExpression);
        var second = Query(both.SecondQueryExpression);
        if (first is not null && second is not null && first.Count != second.Count)
            Fault($"the parts of a {both.BinaryQueryExpressionType} have {first.Count} and {second.Count} columns");
        return first;
    }

    private HashSet<string>? Derived(TableReferenceWithAlias derived, bool seesSiblings)
    {
        switch (derived)
        {
            case QueryDerivedTable table:
                var here = Scope;
                if (!seesSiblings) Scope = here.WithoutSources();
                var columns = Query(table.QueryExpression);
                Scope = here;
                if (table.Columns.Count > 0) return Named(table.Columns.Select(column => column.Value));
                if (columns?.Contains(null) == true) Fault($"a column of {table.Alias?.Value} has no name");
                return Named(columns);
            case InlineDerivedTable values:
                foreach (var row in values.RowValues) row.Accept(this);
                return Named(values.Columns.Select(column => column.Value));
            case OpenJsonTableReference json:
                json.Variable?.Accept(this);
                return json.SchemaDeclarationItems.Count == 0
                    ? OfOpenJson
                    : Named(json.SchemaDeclarationItems.Select(item => item.ColumnDefinition.ColumnIdentifier.Value));
            case GlobalFunctionTableReference { Name.Value: var name } function when name.Equals("STRING_SPLIT", StringComparison.OrdinalIgnoreCase):
                foreach (var parameter in function.Parameters) parameter.Accept(this);
                return OfStringSplit;
            default:
                Fault($"this check does not understand {derived.GetType().Name}");
                return null;
        }
    }
}
