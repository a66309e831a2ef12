using System.Net.Http.Headers;
using System.Text.Json;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Input;

/// <summary>
/// Every operation of the API against missing, wrong, huge and hostile input, made up from the OpenAPI document with a fixed seed: never
/// a failure of the server, and every refusal says in the caller's language what was wrong.
/// </summary>
internal sealed class FuzzTests
{
    private const int Seed = 20241030;

    private static readonly string[] ContentTypes =
        ["application/json", "application/json", "application/json", "text/plain", "application/xml", "text/csv", "application/x-ndjson", "x/y"];

    private static int TriesEach => Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_LONG") == "1" ? 400 : 16;

    [Test]
    public async Task No_input_breaks_the_server_and_every_refusal_is_explained()
    {
        await using var host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());
        using var caller = await CallerOfEverythingAsync(host.Address);
        var description = await ApiDescription.ReadAsync(host.Address);
        var random = new Random(Seed);
        var wrong = new List<string>();
        var answered = new SortedDictionary<int, int>();
        foreach (var operation in description.Operations)
        {
            for (var i = 0; i < TriesEach; i++)
            {
                using var request = Make(operation, description, random);
                var sent = $"{operation} as {request.RequestUri} {request.Content?.Headers.ContentType} {await BeginningAsync(request.Content)}";
                var vietnamese = request.Headers.AcceptLanguage.ToString() == "vi";
                using var answer = await AnswerAsync(caller, request, sent, wrong);
                if (answer is null) continue;
                answered[(int)answer.StatusCode] = answered.GetValueOrDefault((int)answer.StatusCode) + 1;
                if (await FaultAsync(answer, vietnamese) is { } fault) wrong.Add($"{fault}: {sent}");
            }
        }

        TestContext.Out.WriteLine(string.Join(", ", answered.Select(status => $"{status.Key}: {status.Value}")));
        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(60)) + (wrong.Count > 0 ? $"\n{wrong.Count} in all\n{host.Log[Math.Max(0, host.Log.Length - 8000)..]}" : ""));
        answered.Keys.ShouldContain(400);
        using var ready = await caller.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>The answer; null, and noted as wrong, where the connection ended without one.</summary>
    private static async Task<HttpResponseMessage?> AnswerAsync(Caller caller, HttpRequestMessage request, string sent, List<string> wrong)
    {
        try
        {
            return await caller.Http.SendAsync(request);
        }
        catch (HttpRequestException exception)
        {
            wrong.Add($"no answer ({exception.InnerException?.Message}): {sent}");
            return null;
        }
    }

    /// <summary>An API client that may do everything, so that nothing is hidden behind a refusal.</summary>
    private static async Task<Caller> CallerOfEverythingAsync(Uri address)
    {
        using var administrator = await Caller.SignInAsync(address, "quantri@demo.learningcity.test");
        var roles = await administrator.GetAsync("/api/v1/roles");
        var codes = (roles.ValueKind == JsonValueKind.Array ? roles : roles.GetProperty("items")).EnumerateArray()
            .Select(role => role.GetProperty("code").GetString()).ToArray();
        var client = await administrator.PostAsync(
            "/api/v1/api-clients", new { name = "Thử đầu vào", roles = codes, expiresAt = TimeProvider.System.GetUtcNow().AddDays(7) });
        return Caller.WithKey(address, client.GetProperty("key").GetString()!);
    }

    private static HttpRequestMessage Make(Operation operation, ApiDescription description, Random random)
    {
        var address = operation.Path;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            var value = random.Next(3) == 0 ? Guid.Empty.ToString() : Hostile.Text(random);
            address = address.Replace($"{{{parameter.Name}}}", Escape(value), StringComparison.Ordinal);
        }

        var query = operation.Parameters.Where(parameter => parameter.In == "query" && random.Next(4) != 0)
            .Select(parameter => $"{parameter.Name}={Escape(Hostile.Text(random))}");
        var request = new HttpRequestMessage(operation.Method, $"{address}?{string.Join('&', query)}");
        request.Headers.AcceptLanguage.ParseAdd(random.Next(2) == 0 ? "vi" : "en");
        if (random.Next(4) == 0) request.Headers.TryAddWithoutValidation("If-Match", random.Next(2) == 0 ? "\"1\"" : "zzz");
        if (random.Next(8) == 0) request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', random.Next(1, 400)));
        if (operation.Method == HttpMethod.Get || random.Next(8) == 0) return request;
        var body = operation.Body is { } schema && random.Next(3) != 0
            ? Hostile.Body(schema, description.Resolve, random)
            : Hostile.Body(random);
        request.Content = new ByteArrayContent(body);
        var type = operation.ContentTypes.Count > 0 && random.Next(2) == 0 ? operation.ContentTypes[0] : ContentTypes[random.Next(ContentTypes.Length)];
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return request;
    }

    /// <summary>Percent-encoded; a zero byte does not even reach the product, and a path without anything in it is another path.</summary>
    private static string Escape(string text)
    {
        var whole = string.Concat(text.Where(letter => letter != '\0' && !char.IsSurrogate(letter)));
        return whole.Trim('.').Length == 0 ? "%20x" : Uri.EscapeDataString(whole);
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage answer, bool vietnamese)
    {
        var status = (int)answer.StatusCode;
        if (status < 400) return null;

        // An address or a head that is too long is refused by the web server, before the product sees the request.
        if (status is 414 or 431) return null;
        var text = await answer.Content.ReadAsStringAsync();
        if (status >= 500) return $"{status} {text}";
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return $"{status} is no problem details ({text})";
        var problem = JsonDocument.Parse(text).RootElement;
        if (!problem.TryGetProperty("code", out var code) || !code.GetString()!.Contains('.', StringComparison.Ordinal)) return $"{status} has no code ({text})";
        var title = problem.GetProperty("title").GetString() ?? "";
        if (vietnamese && title.All(char.IsAscii)) return $"{status} is not in Vietnamese ({title})";
        return !vietnamese && title.Contains("Vui lòng", StringComparison.Ordinal) ? $"{status} is not in English ({title})" : null;
    }

    private static async Task<string> BeginningAsync(HttpContent? content)
    {
        if (content is null) return "";
        var text = await content.ReadAsStringAsync();
        return text.Length > 200 ? text[..200] + "…" : text;
    }
}
