using LearningCity.Testing.SqlServer;

namespace LearningCity.Architecture.Tests.SqlServer;

/// <summary>The check itself: it finds each fault that was planted, and has nothing against what is right.</summary>
internal sealed class DialectCheckerTests
{
    private static readonly DialectChecker Checker = new(SqlServerCatalogue.Of("""
        CREATE TABLE [city].[units] ([id] uniqueidentifier NOT NULL, [code] nvarchar(40) NOT NULL, [parent_id] uniqueidentifier NULL);
        GO
        CREATE TABLE [city].[values] ([unit_id] uniqueidentifier NOT NULL, [number] decimal(28, 6) NULL, [dropped] int NULL, [at] datetime2 NULL);
        GO
        ALTER TABLE [city].[values] ADD [note] nvarchar(max) NULL;
        ALTER TABLE [city].[values] DROP COLUMN [dropped];
        """));

    private static IEnumerable<TestCaseData> Faults
    {
        get
        {
            static TestCaseData Fault(string name, string sql, string says) => new TestCaseData(sql, says).SetArgDisplayNames(name);
            yield return Fault("unknown column", "SELECT [u].[nome] FROM [city].[units] AS [u]", "u has no column nome");
            yield return Fault("dropped column", "SELECT [v].[dropped] FROM [city].[values] AS [v]", "v has no column dropped");
            yield return Fault("unknown column without alias", "SELECT [nome] FROM [city].[units]", "no column nome");
            yield return Fault("unknown table", "SELECT [u].[id] FROM [city].[unit] AS [u]", "no table city.unit");
            yield return Fault("table of another schema", "SELECT [u].[id] FROM [town].[units] AS [u]", "no table town.units");
            yield return Fault(
                "unknown column of a derived table",
                "SELECT [d].[code] FROM (SELECT [u].[id] FROM [city].[units] AS [u]) AS [d]",
                "d has no column code");
            yield return Fault(
                "unknown column of a common table expression",
                "WITH [t] AS (SELECT [id] FROM [city].[units]) SELECT [t].[code] FROM [t]",
                "t has no column code");
            yield return Fault("unknown column in ORDER BY", "SELECT [u].[id] FROM [city].[units] AS [u] ORDER BY [u].[name]", "u has no column name");
            yield return Fault(
                "unknown column in a correlated subquery",
                "SELECT [u].[id] FROM [city].[units] AS [u] WHERE EXISTS (SELECT 1 FROM [city].[values] AS [v] WHERE [v].[unit_id] = [u].[unit_id])",
                "u has no column unit_id");
            yield return Fault(
                "a derived table that uses its neighbour",
                "SELECT 1 FROM [city].[units] AS [u] INNER JOIN (SELECT [v].[number] FROM [city].[values] AS [v] WHERE [v].[unit_id] = [u].[id]) AS [d] ON 1 = 1",
                "no source u");
            yield return Fault(
                "ambiguous column",
                "SELECT [id] FROM [city].[units] AS [a] CROSS JOIN [city].[units] AS [b]",
                "column id is ambiguous");
            yield return Fault("unknown alias", "SELECT [x].[id] FROM [city].[units] AS [u]", "no source x");
            yield return Fault("function of SQLite", "SELECT strftime('%Y', [v].[at]) FROM [city].[values] AS [v]", "no function strftime");
            yield return Fault("function of PostgreSQL", "SELECT date_trunc('day', [v].[at]) FROM [city].[values] AS [v]", "no function date_trunc");
            yield return Fault("LIMIT", "SELECT [u].[id] FROM [city].[units] AS [u] LIMIT 5", "Incorrect syntax near LIMIT");
            yield return Fault("||", "SELECT [u].[code] || 'x' FROM [city].[units] AS [u]", "Incorrect syntax near |");
            yield return Fault("ON CONFLICT", "INSERT INTO [city].[units] ([id]) VALUES (@p) ON CONFLICT DO NOTHING", "Incorrect syntax near");
            yield return Fault("unknown column in INSERT", "INSERT INTO [city].[units] ([id], [nome]) VALUES (@p0, @p1)", "no column nome");
            yield return Fault("too few values in INSERT", "INSERT INTO [city].[units] ([id], [code]) VALUES (@p0)", "2 columns, but 1 values");
            yield return Fault(
                "unknown column in INSERT ... SELECT",
                "INSERT INTO [city].[units] ([id]) SELECT [v].[id] FROM [city].[values] AS [v]",
                "v has no column id");
            yield return Fault(
                "unknown column in UPDATE",
                "UPDATE [u] SET [u].[number] = @p FROM [city].[units] AS [u] INNER JOIN [city].[values] AS [v] ON [v].[unit_id] = [u].[id]",
                "written table has no column number");
            yield return Fault("unknown column in DELETE", "DELETE FROM [u] FROM [city].[units] AS [u] WHERE [u].[number] = 1", "u has no column number");
            yield return Fault(
                "MERGE that inserts an unknown column",
                "MERGE [city].[units] USING (VALUES (@p0, 0)) AS i ([id], _Position) ON 1=0 WHEN NOT MATCHED THEN INSERT ([number]) VALUES (i.[id]) OUTPUT INSERTED.[id], i._Position;",
                "written table has no column number");
            yield return Fault(
                "MERGE that updates an unknown column",
                "MERGE [city].[units] AS t USING (VALUES (@p0)) AS i ([number]) ON t.[id] = @p1 WHEN MATCHED THEN UPDATE SET t.[number] = i.[number];",
                "written table has no column number");
            yield return Fault(
                "MERGE that reads an unknown column",
                "MERGE [city].[units] AS t USING (VALUES (@p0)) AS i ([id]) ON t.[id] = i.[key] WHEN MATCHED THEN DELETE;",
                "i has no column key");
            yield return Fault("unknown column in OUTPUT", "INSERT INTO [city].[units] ([id]) OUTPUT INSERTED.[number] VALUES (@p0)", "INSERTED has no column number");
            yield return Fault("index on an unknown column", "CREATE INDEX [ix] ON [city].[units] ([number])", "no column number");
            yield return Fault("unknown table variable", "INSERT INTO @t ([id]) VALUES (@p)", "no table variable @t");
        }
    }

    [TestCaseSource(nameof(Faults))]
    public void A_planted_fault_is_found(string sql, string says) => string.Join("; ", Checker.Check(sql)).ShouldContain(says);

    [TestCase("SELECT TOP(@p) [u].[code] AS [c] FROM [city].[units] AS [u] WHERE [u].[code] LIKE @q ESCAPE N'\\' ORDER BY [c]")]
    [TestCase("SELECT [u].[id], (SELECT COUNT(*) FROM [city].[values] AS [v] WHERE [v].[unit_id] = [u].[id]) FROM [city].[units] AS [u]")]
    [TestCase("SELECT [d].[n] FROM (SELECT COUNT(*) AS [n] FROM [city].[units] AS [u] GROUP BY [u].[parent_id]) AS [d] ORDER BY [d].[n] OFFSET 2 ROWS")]
    [TestCase("SELECT [u].[id] FROM [city].[units] AS [u] WHERE [u].[code] IN (SELECT [c].[value] FROM OPENJSON(@p) WITH ([value] nvarchar(40) '$') AS [c])")]
    [TestCase("SELECT [u].[id], [l].[number] FROM [city].[units] AS [u] OUTER APPLY (SELECT TOP(1) [v].[number] FROM [city].[values] AS [v] WHERE [v].[unit_id] = [u].[id]) AS [l]")]
    [TestCase("WITH [up] ([id], [depth]) AS (SELECT [id], 0 FROM [city].[units] UNION ALL SELECT [u].[parent_id], [up].[depth] + 1 FROM [up] JOIN [city].[units] AS [u] ON [u].[id] = [up].[id]) SELECT [depth] FROM [up]")]
    [TestCase("SELECT DATEDIFF(day, [v].[at], GETUTCDATE()) FROM [city].[values] AS [v] WHERE [v].[note] IS NOT NULL")]
    [TestCase("SELECT [id] FROM [city].[units] UNION SELECT [unit_id] FROM [city].[values] ORDER BY [id]")]
    [TestCase("UPDATE [u] SET [u].[code] = @p FROM [city].[units] AS [u] WHERE [u].[id] = @q")]
    [TestCase("UPDATE [city].[units] SET [code] = @p0 OUTPUT 1 WHERE [id] = @p1")]
    [TestCase("DELETE FROM [u] FROM [city].[units] AS [u] WHERE [u].[parent_id] IS NULL")]
    [TestCase("DECLARE @t TABLE ([id] uniqueidentifier); INSERT INTO [city].[units] ([id]) OUTPUT INSERTED.[id] INTO @t VALUES (@p); SELECT [i].[id] FROM @t AS [i]")]
    [TestCase("SELECT CASE WHEN EXISTS (SELECT 1 FROM [city].[units] AS [u]) THEN CAST(1 AS bit) ELSE CAST(0 AS bit) END")]
    public void What_is_right_passes(string sql) => Checker.Check(sql).ShouldBeEmpty();
}
