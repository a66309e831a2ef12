using System.Diagnostics;
using LearningCity.BuildingBlocks.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningCity.Benchmarks;

/// <summary>A row of an import of units.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Type">Type, as the API writes it.</param>
/// <param name="Parent">Code of the unit that it lies in; empty for a root.</param>
internal sealed record BareUnit(string Code, string Name, string Type, string Parent);

/// <summary>
/// The baseline of units: one keyed table, filled by prepared inserts in one transaction, and a minimal API endpoint that asks nobody who
/// they are and reads it through indexes.
/// </summary>
internal static class BareUnits
{
    /// <summary>Seconds that the inserts take.</summary>
    internal static async Task<double> ImportAsync(Scratch scratch, BareUnit[] rows)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare_units (code text PRIMARY KEY, name text NOT NULL, type text NOT NULL, parent text, valid_from text NOT NULL)");
        var started = Stopwatch.GetTimestamp();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO bare_units (code, name, type, parent, valid_from) VALUES (@a, @b, @c, @d, '2020-01-01')";
            var parameters = "abcd".Select(name => BareQueries.Parameter(insert, $"@{name}")).ToArray();
            await insert.PrepareAsync();
            foreach (var row in rows)
            {
                (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (row.Code, row.Name, row.Type, row.Parent);
                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await IndexAsync(scratch, rows);
        return seconds;
    }

    /// <summary>What the questions need beside the rows: folded names in order, words, and who lies in what.</summary>
    private static async Task IndexAsync(Scratch scratch, BareUnit[] rows)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare_words (word text NOT NULL, search text NOT NULL, code text NOT NULL)");
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO bare_words (word, search, code) VALUES (@a, @b, @c)";
            var parameters = "abc".Select(name => BareQueries.Parameter(insert, $"@{name}")).ToArray();
            await insert.PrepareAsync();
            foreach (var row in rows)
            {
                var folded = SearchText.Fold(row.Name);
                (parameters[1].Value, parameters[2].Value) = (" " + folded, row.Code);
                foreach (var word in folded.Split(' ').Append(folded).Distinct())
                {
                    parameters[0].Value = word;
                    await insert.ExecuteNonQueryAsync();
                }
            }

            await transaction.CommitAsync();
        }

        // Code points, as the product compares.
        await Scratch.RunAsync(connection, $"CREATE INDEX bare_words_by_word ON bare_words (word{(scratch.Provider == "sqlite" ? "" : " COLLATE \"C\"")}, search, code)");
        await Scratch.RunAsync(connection, "CREATE INDEX bare_units_by_parent ON bare_units (parent, name)");
        await Scratch.RunAsync(connection, scratch.Provider == "sqlite" ? "ANALYZE" : "VACUUM ANALYZE");
    }

    /// <summary>Answers the questions over HTTP.</summary>
    internal static async Task<WebApplication> ServeAsync(Scratch scratch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var queries = new BareQueries(scratch);
        app.MapGet("/search", async (string q) => Results.Text(await queries.SearchAsync(q), "application/json"));
        app.MapGet("/words", async (string q) => Results.Text(await queries.WordsAsync(q), "application/json"));
        app.MapGet("/branch", async (string parent) => Results.Text(await queries.BranchAsync(parent), "application/json"));
        await app.StartAsync();
        return app;
    }

    /// <summary>Where the endpoint listens.</summary>
    internal static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
