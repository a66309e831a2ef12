using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace LearningCity.Testing.SqlServer;

/// <summary>Walks a batch statement by statement. What is written to is checked against the written table alone.</summary>
internal sealed class StatementWalker(SqlServerCatalogue catalogue) : QueryWalker(catalogue)
{
    public override void ExplicitVisit(SelectStatement node) =>
        WithTableExpressions(node.WithCtesAndXmlNamespaces, () => Query(node.QueryExpression));

    public override void ExplicitVisit(InsertStatement node) =>
        WithTableExpressions(node.WithCtesAndXmlNamespaces, () => Insert(node.InsertSpecification));

    public override void ExplicitVisit(UpdateStatement node) =>
        WithTableExpressions(node.WithCtesAndXmlNamespaces, () => Update(node.UpdateSpecification));

    public override void ExplicitVisit(DeleteStatement node) =>
        WithTableExpressions(node.WithCtesAndXmlNamespaces, () => Delete(node.DeleteSpecification));

    public override void ExplicitVisit(MergeStatement node) =>
        WithTableExpressions(node.WithCtesAndXmlNamespaces, () => Merge(node.MergeSpecification));

    public override void ExplicitVisit(DeclareTableVariableStatement node) => Scope.Name(
        node.Body.VariableName.Value,
        node.Body.Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value).ToHashSet(StringComparer.OrdinalIgnoreCase));

    public override void ExplicitVisit(CreateIndexStatement node)
    {
        var outer = Scope;
        Scope = new QueryScope(outer);
        AddSource(new NamedTableReference { SchemaObject = node.OnName });
        foreach (var column in node.Columns) column.Accept(this);
        foreach (var column in node.IncludeColumns) column.Accept(this);
        node.FilterPredicate?.Accept(this);
        Scope = outer;
    }

    public override void ExplicitVisit(CreateTableStatement node)
    {
        if (!IsKept(node.SchemaObjectName)) return;

        // Its constraints and computed columns speak of its own columns.
        var outer = Scope;
        Scope = new QueryScope(outer);
        AddSource(new NamedTableReference { SchemaObject = node.SchemaObjectName });
        node.Definition.Accept(this);
        Scope = outer;
    }

    public override void ExplicitVisit(ForeignKeyConstraintDefinition node)
    {
        var target = ColumnsOf(new NamedTableReference { SchemaObject = node.ReferenceTableName });
        foreach (var column in node.ReferencedTableColumns.Where(column => target?.Contains(column.Value) == false))
            Fault($"{node.ReferenceTableName.BaseIdentifier.Value} has no column {column.Value} to refer to");
    }

    private void Insert(InsertSpecification insert)
    {
        var target = ColumnsOf(insert.Target);
        Written(insert.Columns, target);
        Inserted(insert.InsertSource, insert.Columns.Count);
        Output(insert.OutputClause, insert.OutputIntoClause, target, deleted: false);
    }

    private void Inserted(InsertSource source, int columns)
    {
        switch (source)
        {
            case ValuesInsertSource values:
                foreach (var row in values.RowValues)
                {
                    row.Accept(this);
                    if (columns > 0 && row.ColumnValues.Count != columns) Fault($"{columns} columns, but {row.ColumnValues.Count} values");
                }

                break;
            case SelectInsertSource select:
                if (Query(select.Select) is { } selected && columns > 0 && selected.Count != columns)
                    Fault($"{columns} columns, but {selected.Count} are selected");
                break;
            default:
                source.Accept(this);
                break;
        }
    }

    private void Update(UpdateSpecification update)
    {
        var target = Sources(update);
        Set(update.SetClauses, target);
        update.WhereClause?.Accept(this);
        Output(update.OutputClause, update.OutputIntoClause, target, deleted: true);
    }

    private void Delete(DeleteSpecification delete)
    {
        var target = Sources(delete);
        delete.WhereClause?.Accept(this);
        Output(delete.OutputClause, delete.OutputIntoClause, target, deleted: true);
    }

    /// <summary>Adds the sources of an update or delete, and finds the columns of what it changes, which may be called by its alias.</summary>
    private IReadOnlySet<string>? Sources(UpdateDeleteSpecificationBase change)
    {
        foreach (var reference in change.FromClause?.TableReferences ?? []) AddSource(reference);
        if (change.Target is NamedTableReference { SchemaObject: { SchemaIdentifier: null, BaseIdentifier.Value: var alias } }
            && Scope.Find(alias) is { } source) return source.Columns;
        AddSource(change.Target);
        return Scope.Sources[^1].Columns;
    }

    private void Merge(MergeSpecification merge)
    {
        var target = ColumnsOf(merge.Target);
        Fault(Scope.Add(new(merge.TableAlias?.Value ?? ((NamedTableReference)merge.Target).SchemaObject.BaseIdentifier.Value, target)));
        AddSource(merge.TableReference);
        merge.SearchCondition.Accept(this);
        foreach (var clause in merge.ActionClauses)
        {
            clause.SearchCondition?.Accept(this);
            switch (clause.Action)
            {
                case InsertMergeAction insert:
                    Written(insert.Columns, target);
                    Inserted(insert.Source, insert.Columns.Count);
                    break;
                case UpdateMergeAction update:
                    Set(update.SetClauses, target);
                    break;
            }
        }

        Output(merge.OutputClause, merge.OutputIntoClause, target, deleted: true);
    }

    private void Set(IEnumerable<SetClause> clauses, IReadOnlySet<string>? target)
    {
        foreach (var clause in clauses.OfType<AssignmentSetClause>())
        {
            if (clause.Column is not null) Written([clause.Column], target);
            clause.NewValue.Accept(this);
        }
    }

    private void Written(IEnumerable<ColumnReferenceExpression> columns, IReadOnlySet<string>? target)
    {
        foreach (var name in columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value))
        {
            if (target?.Contains(name) == false) Fault($"the written table has no column {name}");
        }
    }

    private void Output(OutputClause? output, OutputIntoClause? into, IReadOnlySet<string>? target, bool deleted)
    {
        if (output is null && into is null) return;
        Scope.Add(new("inserted", target));
        if (deleted) Scope.Add(new("deleted", target));
        output?.Accept(this);
        if (into is null) return;
        foreach (var column in into.SelectColumns) column.Accept(this);
        Written(into.IntoTableColumns, ColumnsOf(into.IntoTable));
    }
}
