using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using LearningCity.Access.Application;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Testing;

/// <summary>Clients for tests that come in by the front door: with a real API key, or with the session of somebody who signed in.</summary>
public static partial class Visitors
{
    private const string Password = "mot-mat-khau-de-thu";

    /// <summary>An API client with a key of its own that holds permissions for a unit and all below it, or everywhere.</summary>
    public static async Task<HttpClient> ApiClientForAsync(this CityHost city, IReadOnlyCollection<string> permissions, Guid? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(city);
        var key = ApiKey.New();

        // Good on any day that a test sets its clock to.
        var client = new ApiClient(
            "Kiểm thử", key, [], permissions, unitId, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await city.UseAsync<IAccessDb, int>(db =>
        {
            db.ApiClients.Add(client);
            db.Audit(new AuditEntry("access.api_client_created", "api_client", client.Id.ToString(), unitId));
            return db.SaveChangesAsync(CancellationToken.None);
        });
        var http = city.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Text);
        return http;
    }

    /// <summary>The same, named permission by permission, everywhere.</summary>
    public static Task<HttpClient> ApiClientForAsync(this CityHost city, params string[] permissions) => city.ApiClientForAsync(permissions, null);

    /// <summary>Makes a person who holds a role (<c>reporter</c>, <c>reviewer</c> and so on) for a unit, or everywhere; answers id and e-mail.</summary>
    public static async Task<(Guid Id, string Email)> PersonWithAsync(this CityHost city, string role, Guid? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(city);
        var email = $"{Ids.New():N}@thu.learningcity.test";
        return await city.UseAsync<IServiceProvider, (Guid, string)>(async services =>
        {
            var db = services.GetRequiredService<IAccessDb>();
            var person = Person.Create(new PersonDetails("Nguyễn Thị Thử", email, null, unitId), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
            person.SetPassword(services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, Password));
            person.HoldRoles([new RoleGrant(role, unitId)], new DateOnly(2020, 1, 1));
            db.People.Add(person);
            db.Audit(new AuditEntry("access.person_created", "person", person.Id.ToString(), unitId));
            await db.SaveChangesAsync(CancellationToken.None);
            return (person.Id, email);
        });
    }

    /// <summary>A browser session of a person with a role: they signed in through the page.</summary>
    public static async Task<HttpClient> SessionOfAsync(this CityHost city, string role, Guid? unitId = null)
    {
        var (_, email) = await city.PersonWithAsync(role, unitId);
        var http = city.CreateClient();
        using var answer = await http.SignInAsync(email, Password);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? http
            : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    /// <summary>Fills in the sign-in page and sends it.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient http, string name, string password, string page = "/sign-in") =>
        http.SendFormAsync(page, new Dictionary<string, string> { ["_handler"] = "sign-in", ["Form.Name"] = name, ["Form.Password"] = password });

    /// <summary>Reads a page for its antiforgery token and sends one of its forms.</summary>
    /// <param name="http">The browser.</param>
    /// <param name="page">Path of the page, to which the form is sent as well unless <paramref name="action"/> says otherwise.</param>
    /// <param name="fields">What is filled in; <c>_handler</c> names the form.</param>
    /// <param name="action">Where the form is sent.</param>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient http, string page, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var html = await http.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = AntiforgeryField().Match(html).Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", WebUtility.HtmlDecode(token))));
        return await http.PostAsync(new Uri(action ?? page, UriKind.Relative), content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
