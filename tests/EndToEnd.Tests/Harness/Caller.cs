using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>A client of the API: nobody, a person who signed in as browsers do, or an API client with its key.</summary>
internal sealed partial class Caller : IDisposable
{
    private readonly HttpClient _http;

    private Caller(HttpClient http) => _http = http;

    internal HttpClient Http => _http;

    /// <summary>Nobody.</summary>
    internal static Caller Anonymous(Uri address) => new(Client(address));

    /// <summary>An API client.</summary>
    internal static Caller WithKey(Uri address, string key)
    {
        var http = Client(address);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new Caller(http);
    }

    /// <summary>A person of the demonstration city, signed in by the page's own form.</summary>
    internal static async Task<Caller> SignInAsync(Uri address, string signInName)
    {
        var http = Client(address);
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value),
            ["Form.Name"] = signInName,
            ["Form.Password"] = DemonstrationCity.Password,
        });
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if ((int)answer.StatusCode is not (302 or 303))
            throw new InvalidOperationException($"{signInName} could not sign in: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");

        // Requests of a signed-in browser to the API come from the product's own pages.
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return new Caller(http);
    }

    /// <summary>Reads an answer that must be there.</summary>
    internal async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return await ReadAsync(answer, address);
    }

    /// <summary>Sends a body and reads the answer, which must not be a refusal.</summary>
    internal async Task<JsonElement> SendAsync(HttpMethod method, string address, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await _http.SendAsync(request);
        return await ReadAsync(answer, $"{method} {address}");
    }

    /// <inheritdoc cref="SendAsync" />
    internal Task<JsonElement> PostAsync(string address, object? body = null, string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, address, body, ifMatch);

    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{what}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
