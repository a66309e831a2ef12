using System.Data.Common;
using LearningCity.BuildingBlocks;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>A database of its own for one measurement, gone afterwards.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly string? _server;
    private readonly string _name = $"lc_bench_{Ids.New():N}";

    private Scratch(string provider, string? server) => (Provider, _server) = (provider, server);

    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    internal string Provider { get; }

    /// <summary>Folder for files.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("learningcity-bench-").FullName;

    internal string ConnectionString => Provider == "sqlite"
        ? $"Data Source={Path.Combine(Folder, "learningcity.db")}"
        : new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString();

    internal static async Task<Scratch> CreateAsync(string provider, Options options)
    {
        var scratch = new Scratch(provider, options.PostgreSql);
        if (provider == "postgresql") await scratch.OnServerAsync($"CREATE DATABASE {scratch._name}");
        return scratch;
    }

    /// <summary>An open connection with the settings that the product writes with.</summary>
    internal async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Provider == "sqlite" ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        if (Provider == "sqlite") await RunAsync(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>Runs a statement.</summary>
    internal static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, without input.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (Provider == "postgresql") await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await RunAsync(connection, sql);
    }
}
