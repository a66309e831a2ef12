using System.Text;
using System.Text.Json;

namespace LearningCity.EndToEnd.Tests.Input;

/// <summary>Things that people, programs and attackers send where something else was asked for.</summary>
internal static class Hostile
{
    private static readonly string[] Texts =
    [
        "", " ", "'", "' OR 1=1 --", "\"; DROP TABLE units; --", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "%2e%2e%2f", "<script>alert(1)</script>",
        "{{7*7}}", "${jndi:ldap://x}", "=HYPERLINK(\"http://x\")", "\u0000", "\u0001\u0002", "\u202e\u2066", "\ufeff", "Nguyễn Thị Hòa", "Ð", "🏙️", "\ud83c",
        "null", "true", "NaN", "-1", "0", "1e400", "99999999999999999999999999999", "2026-02-30", "9999-12-31", "0001-01-01", "2026-13-45T99:99:99Z",
        "00000000-0000-0000-0000-000000000000", "not-a-guid", "{}", "[]", "%", "_", "\\", "a\tb\r\nc", "WHERE", "urn:x",
    ];

    private static readonly string[] Bodies =
    [
        "", "null", "true", "0", "\"\"", "[]", "{}", "[[[[]]]]", "{\"a\":", "{\"a\":1}}", "{'a':1}", "\u0000", "<xml/>", "a=b&c=d", "{\"\":\"\"}",
        "[null]", "[{}]", "{\"id\":{\"id\":{}}}", "{\"cells\":null}", "{\"cells\":[null]}", "{\"submissions\":[null]}", "{\"items\":[[]]}", "NaN", "1e999", "\ufeff{}",
    ];

    /// <summary>A text that fits into an address: without what the client itself would refuse to send.</summary>
    internal static string Text(Random random) => random.Next(8) switch
    {
        0 => new string((char)random.Next('!', '~'), random.Next(1, 3000)),
        1 => Encoding.Latin1.GetString(Bytes(random, random.Next(1, 40))),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>A body that is whatever comes.</summary>
    internal static byte[] Body(Random random) => random.Next(5) switch
    {
        0 => Bytes(random, random.Next(1, 500)),
        1 => Encoding.UTF8.GetBytes(new string('[', random.Next(100, 20_000))),
        2 => Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', random.Next(1000, 200_000))}\"}}"),
        _ => Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)]),
    };

    /// <summary>A body of the right shape with something wrong in it.</summary>
    internal static byte[] Body(JsonElement schema, Func<JsonElement, JsonElement> resolve, Random random)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true })) Write(json, schema, resolve, random, 0);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement schema, Func<JsonElement, JsonElement> resolve, Random random, int depth)
    {
        const int deepest = 6;
        var wanted = resolve(schema);
        if (depth > deepest || random.Next(6) == 0)
        {
            Anything(json, random);
            return;
        }

        switch (TypeOf(wanted))
        {
            case "object" when wanted.TryGetProperty("properties", out var properties):
                json.WriteStartObject();
                foreach (var property in properties.EnumerateObject().Where(_ => random.Next(5) != 0))
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value, resolve, random, depth + 1);
                }

                json.WriteEndObject();
                break;
            case "array":
                json.WriteStartArray();
                for (var i = random.Next(4); i > 0; i--)
                {
                    if (wanted.TryGetProperty("items", out var items)) Write(json, items, resolve, random, depth + 1);
                    else Anything(json, random);
                }

                json.WriteEndArray();
                break;
            case "integer" or "number":
                json.WriteRawValue(random.Next(4) switch { 0 => "-1", 1 => "1e300", 2 => "99999999999999999999", _ => "0.0000001" }, skipInputValidation: true);
                break;
            case "boolean":
                json.WriteBooleanValue(random.Next(2) == 0);
                break;
            default:
                json.WriteStringValue(WellFormed(Text(random)));
                break;
        }
    }

    private static void Anything(Utf8JsonWriter json, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                json.WriteNullValue();
                break;
            case 1:
                json.WriteRawValue("{\"a\":[1,{}]}", skipInputValidation: true);
                break;
            case 2:
                json.WriteRawValue("[[]]", skipInputValidation: true);
                break;
            case 3:
                json.WriteRawValue(random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case 4:
                // Half of a pair of code units, as broken programs cut them.
                json.WriteRawValue("\"\\ud83c\"", skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(WellFormed(Text(random)));
                break;
        }
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("properties", out _) ? "object" : null;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(item => item.GetString()).FirstOrDefault(item => item != "null")
            : type.GetString();
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
