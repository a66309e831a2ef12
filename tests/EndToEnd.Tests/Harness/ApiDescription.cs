using System.Text.Json;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>What the product says of its own API: the OpenAPI document.</summary>
internal sealed class ApiDescription
{
    private readonly JsonElement _document;

    private ApiDescription(JsonElement document) => _document = document;

    internal static async Task<ApiDescription> ReadAsync(Uri address)
    {
        using var caller = Caller.Anonymous(address);
        return new ApiDescription(await caller.GetAsync("/openapi/v1.json"));
    }

    /// <summary>Every operation under <c>/api</c>, in the order of the document.</summary>
    internal IEnumerable<Operation> Operations =>
        from path in _document.GetProperty("paths").EnumerateObject()
        where path.Name.StartsWith("/api/", StringComparison.Ordinal)
        from method in path.Value.EnumerateObject()
        where method.Name is "get" or "post" or "put" or "delete" or "patch"
        select new Operation(
            new HttpMethod(method.Name.ToUpperInvariant()), path.Name, [.. Parameters(method.Value)], Body(method.Value, out var types), types);

    private static IEnumerable<Parameter> Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Select(parameter => new Parameter(
            parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString()!))
        : [];

    private JsonElement? Body(JsonElement operation, out IReadOnlyList<string> types)
    {
        types = [];
        if (!operation.TryGetProperty("requestBody", out var body) || !body.TryGetProperty("content", out var content)) return null;
        types = [.. content.EnumerateObject().Select(type => type.Name)];
        var first = content.EnumerateObject().First().Value;
        return first.TryGetProperty("schema", out var schema) ? Resolve(schema) : null;
    }

    /// <summary>The schema that a reference leads to.</summary>
    internal JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _document;
            foreach (var step in reference.GetString()!.Split('/').Skip(1)) schema = schema.GetProperty(step);
        }

        return schema;
    }
}

/// <summary>One operation.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Parameters">In path, query and header.</param>
/// <param name="Body">Schema of the body; null where there is none.</param>
/// <param name="ContentTypes">What the body may be.</param>
internal sealed record Operation(
    HttpMethod Method, string Path, IReadOnlyList<Parameter> Parameters, JsonElement? Body, IReadOnlyList<string> ContentTypes)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A parameter of an operation.</summary>
internal sealed record Parameter(string Name, string In);
