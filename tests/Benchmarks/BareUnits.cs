using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>A row of an import of units.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Type">Type, as the API writes it.</param>
/// <param name="Parent">Code of the unit that it lies in; empty for a root.</param>
internal sealed record BareUnit(string Code, string Name, string Type, string Parent);

/// <summary>
/// The baseline of units: one keyed table, filled by prepared inserts in one transaction, and a minimal API endpoint that asks nobody who
/// they are and reads it through an index.
/// </summary>
internal static class BareUnits
{
    /// <summary>Seconds that the inserts take.</summary>
    internal static async Task<double> ImportAsync(Scratch scratch, BareUnit[] rows)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare_units (code text PRIMARY KEY, name text NOT NULL, type text NOT NULL, parent text, valid_from text NOT NULL)");
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO bare_units (code, name, type, parent, valid_from) VALUES (@a, @b, @c, @d, '2020-01-01')";
        var parameters = "abcd".Select(name => Parameter(insert, $"@{name}")).ToArray();
        await insert.PrepareAsync();
        foreach (var row in rows)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (row.Code, row.Name, row.Type, row.Parent);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Scratch.RunAsync(connection, "CREATE INDEX bare_units_by_name ON bare_units (name)");
        await Scratch.RunAsync(connection, "CREATE INDEX bare_units_by_parent ON bare_units (parent, name)");
        return seconds;
    }

    /// <summary>Units whose name begins so, and the units right below one with how many are below each.</summary>
    internal static async Task<WebApplication> ServeAsync(Scratch scratch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/search", (string q) => ReadAsync(
            scratch, "SELECT code, name, type, parent, 0 FROM bare_units WHERE name >= @a AND name < @b ORDER BY name LIMIT 51", q, q + "\uFFFF"));
        app.MapGet("/branch", (string parent) => ReadAsync(
            scratch,
            """
            SELECT code, name, type, parent, (SELECT count(*) FROM bare_units child WHERE child.parent = unit.code)
            FROM bare_units unit WHERE parent = @a ORDER BY name LIMIT 51
            """,
            parent));
        await app.StartAsync();
        return app;
    }

    /// <summary>Where the endpoint listens.</summary>
    internal static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<IResult> ReadAsync(Scratch scratch, string sql, params string[] values)
    {
        // As an application would: a pooled connection, nothing else.
        await using DbConnection connection = scratch.Provider == "sqlite" ? new SqliteConnection(scratch.ConnectionString) : new NpgsqlConnection(scratch.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, without input.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++) Parameter(command, $"@{(char)('a' + i)}").Value = values[i];
        var found = new List<Answer>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(new Answer(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4)));
        return Results.Json(found);
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = System.Data.DbType.String;
        parameter.Value = "";
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Answer(string Code, string Name, string Type, string Parent, long Children);
}
