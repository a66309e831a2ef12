namespace LearningCity.Testing.SqlServer;

/// <summary>
/// Says what SQL Server would refuse, without a server: grammar by Microsoft's own parser, and names of tables, columns and functions
/// by a catalogue of the migrations. It does not check types and conversions, and runs nothing.
/// </summary>
public sealed class DialectChecker(SqlServerCatalogue catalogue)
{
    /// <summary>The checker for the product's own schema.</summary>
    public static DialectChecker OfProduct => Product.Value;

    private static readonly Lazy<DialectChecker> Product = new(() => new(SqlServerCatalogue.Of(MigrationScripts.OfProduct.Values)));

    /// <summary>Faults of a batch; none if SQL Server would understand it.</summary>
    public IReadOnlyList<string> Check(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var fragment = TransactSql.Parse(sql, out var errors);
        if (errors.Count > 0) return errors;
        var walker = new StatementWalker(catalogue);
        fragment.Accept(walker);
        return walker.Faults;
    }
}
