using LearningCity.BuildingBlocks;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using NUnit.Framework;

namespace LearningCity.Testing;

/// <summary>A database of its own for one fixture, cloned from a template that was migrated and filled with built-in data once.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Building = new(1, 1);
    private static readonly Dictionary<string, TestDatabase> Templates = [];

    private TestDatabase(string provider, string name)
    {
        Provider = provider;
        Name = name;
        Folder = Directory.CreateTempSubdirectory("learningcity-test-").FullName;
    }

    /// <summary><c>sqlite</c>, <c>postgresql</c> or <c>sqlserver</c>.</summary>
    public string Provider { get; }

    /// <summary>Folder for files of this database and host.</summary>
    public string Folder { get; }

    /// <summary>Of the database on its server.</summary>
    public string Name { get; }

    /// <summary>How the product reaches it.</summary>
    public string ConnectionString => Provider switch
    {
        "sqlite" => $"Data Source={Path.Combine(Folder, "learningcity.db")}",
        "postgresql" => new NpgsqlConnectionStringBuilder(Databases.PostgreSql) { Database = Name, MaxPoolSize = 30 }.ToString(),
        _ => new SqlConnectionStringBuilder(Databases.SqlServer) { InitialCatalog = Name }.ToString(),
    };

    /// <summary>Configuration that points a host at this database.</summary>
    public Dictionary<string, string?> Configuration => new()
    {
        ["Database:Provider"] = Provider,
        ["Database:ConnectionString"] = ConnectionString,
        ["Database:Synchronous"] = "normal",
        ["Data:Directory"] = Folder,
    };

    /// <summary>A migrated database with built-in data.</summary>
    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        RequireServer(provider);
        var template = await TemplateAsync(provider);
        var database = new TestDatabase(provider, $"lc_{Ids.New():N}");
        await database.CloneAsync(template);
        return database;
    }

    /// <summary>An empty database, for tests of migrations.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(string provider)
    {
        RequireServer(provider);
        var database = new TestDatabase(provider, $"lc_{Ids.New():N}");
        if (provider != "sqlite") await database.OnServerAsync($"CREATE DATABASE \"{database.Name}\"");
        return database;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        switch (Provider)
        {
            case "sqlite":
                using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
                break;
            case "postgresql":
                await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
                await OnServerAsync($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)");
                break;
            default:
                await OnServerAsync($"ALTER DATABASE \"{Name}\" SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE \"{Name}\"");
                break;
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Removes the templates of this test run.</summary>
    internal static async Task DisposeTemplatesAsync()
    {
        foreach (var template in Templates.Values) await template.DisposeAsync();
        Templates.Clear();
    }

    private static void RequireServer(string provider)
    {
        if (provider == "postgresql" && Databases.PostgreSql is null)
            Assert.Ignore($"No PostgreSQL server: run ./test.sh, or set {Databases.PostgreSqlVariable}.");
        if (provider == "sqlserver" && Databases.SqlServer is null)
            Assert.Ignore($"No SQL Server: set {Databases.SqlServerVariable} to test on one.");
    }

    private static async Task<TestDatabase> TemplateAsync(string provider)
    {
        await Building.WaitAsync();
        try
        {
            if (Templates.TryGetValue(provider, out var template)) return template;
            template = await CreateEmptyAsync(provider);
            await using (await CityHost.StartAsync(template))
            {
                // Starting migrates and loads built-in data; that is all a template needs.
            }

            template.Release();
            return Templates[provider] = template;
        }
        finally
        {
            Building.Release();
        }
    }

    private void Release()
    {
        if (Provider == "postgresql") NpgsqlConnection.ClearAllPools();
        if (Provider != "sqlite") return;
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
        SqliteConnection.ClearPool(connection);
    }

    private async Task CloneAsync(TestDatabase template)
    {
        switch (Provider)
        {
            case "sqlite":
                File.Copy(Path.Combine(template.Folder, "learningcity.db"), Path.Combine(Folder, "learningcity.db"));
                break;
            case "postgresql":
                await OnServerAsync($"CREATE DATABASE \"{Name}\" TEMPLATE \"{template.Name}\"");
                break;
            default:
                await OnServerAsync($"CREATE DATABASE \"{Name}\"");
                await using (await CityHost.StartAsync(this))
                {
                    // SQL Server has no templates: each database is migrated.
                }

                break;
        }
    }

    private async Task OnServerAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = Provider == "postgresql"
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Databases.PostgreSql) { Database = "postgres", Pooling = false }.ToString())
            : new SqlConnection(Databases.SqlServer);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are made here, of hexadecimal digits.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
