namespace LearningCity.Testing;

/// <summary>The databases that integration tests run on.</summary>
public static class Databases
{
    /// <summary>Holds a PostgreSQL connection string without a database; <c>./test.sh</c> starts a private server and sets it.</summary>
    public const string PostgreSqlVariable = "LEARNINGCITY_TEST_POSTGRES";

    /// <summary>Holds a SQL Server connection string without a database, where there is a server to test on.</summary>
    public const string SqlServerVariable = "LEARNINGCITY_TEST_SQLSERVER";

    /// <summary>SQLite and PostgreSQL always; SQL Server where one is named.</summary>
    public static IEnumerable<string> All =>
        SqlServer is null ? ["sqlite", "postgresql"] : ["sqlite", "postgresql", "sqlserver"];

    /// <summary>Connection string of the PostgreSQL server; null where none is named.</summary>
    public static string? PostgreSql => Environment.GetEnvironmentVariable(PostgreSqlVariable);

    /// <summary>Connection string of the SQL Server; null where none is named.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable);
}
