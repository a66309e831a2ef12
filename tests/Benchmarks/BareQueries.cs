using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>
/// The indexed queries that answer what people ask of units, over ADO.NET on a pooled connection, as JSON: the same text sought, the same
/// units found.
/// </summary>
internal sealed class BareQueries(Scratch scratch)
{
    private string Collation => scratch.Provider == "sqlite" ? "" : " COLLATE \"C\"";

    /// <summary>Units whose folded name begins so: one range of one index.</summary>
    internal Task<string> SearchAsync(string text) => ReadAsync(
        $"""
        SELECT unit.code, unit.name, unit.type, unit.parent, 0 FROM bare_words found JOIN bare_units unit ON unit.code = found.code
        WHERE found.word{Collation} >= @a AND found.word{Collation} < @b ORDER BY found.word{Collation} LIMIT 51
        """,
        text, text + "\uFFFF");

    /// <summary>Units that have words which begin so, in this order: the range of the last, checked for the others.</summary>
    internal Task<string> WordsAsync(string text)
    {
        var words = text.Split(' ');
        return ReadAsync(
            $"""
            SELECT unit.code, unit.name, unit.type, unit.parent, 0 FROM bare_words found JOIN bare_units unit ON unit.code = found.code
            WHERE found.word{Collation} >= @a AND found.word{Collation} < @b AND found.search LIKE @c ORDER BY unit.name LIMIT 51
            """,
            words[^1], words[^1] + "\uFFFF", "% " + string.Join("% ", words) + "%");
    }

    /// <summary>The units right below one with how many are below each.</summary>
    internal Task<string> BranchAsync(string parent) => ReadAsync(
        """
        SELECT code, name, type, parent, (SELECT count(*) FROM bare_units child WHERE child.parent = unit.code)
        FROM bare_units unit WHERE parent = @a ORDER BY name LIMIT 51
        """,
        parent);

    internal static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = System.Data.DbType.String;
        parameter.Value = "";
        command.Parameters.Add(parameter);
        return parameter;
    }

    private async Task<string> ReadAsync(string sql, params string[] values)
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
        return JsonSerializer.Serialize(found, JsonSerializerOptions.Web);
    }

    private sealed record Answer(string Code, string Name, string Type, string Parent, long Children);
}
