using System.Net;
using LearningCity.Testing;

namespace LearningCity.BuildingBlocks.Tests.Ui;

/// <summary>What the host itself shows; nothing here depends on the kind of database.</summary>
internal sealed class HostPagesTests
{
    private TestDatabase _database = null!;
    private CityHost _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync("sqlite");
        _city = await CityHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _city.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task An_address_that_is_not_there_gets_a_page_that_says_what_to_do()
    {
        using var client = _city.CreateClient();
        using var answer = await client.GetAsync(new Uri("/khong-co", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.ShouldContain("<html lang=\"vi\"");
        page.ShouldContain("Không tìm thấy trang này");
        page.ShouldContain("/language/en?returnUrl=%2Fkhong-co");
    }

    [Test]
    public async Task Nothing_is_inline_and_nothing_comes_from_another_host()
    {
        using var client = _city.CreateClient();
        using var answer = await client.GetAsync(new Uri("/khong-co", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        page.ShouldNotMatch("<script(?![^>]* src=\"/)");
        page.ShouldNotMatch("(src|href)=\"(https?:)?//");
    }

    [Test]
    public async Task A_program_gets_a_status_and_no_page()
    {
        using var client = _city.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/khong-co");
        request.Headers.Add("HX-Request", "true");
        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task The_language_switch_is_remembered_and_comes_back()
    {
        using var client = _city.CreateClient();
        using var answer = await client.GetAsync(new Uri("/language/en?returnUrl=%2Fkhong-co", UriKind.Relative));
        using var page = await client.GetAsync(answer.Headers.Location);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/khong-co");
        (await page.Content.ReadAsStringAsync()).ShouldContain("This page is not here");
    }

    [TestCase("//elsewhere.example")]
    [TestCase("/\\elsewhere.example")]
    [TestCase("https://elsewhere.example")]
    public async Task The_language_switch_leads_nowhere_else(string returnUrl)
    {
        using var client = _city.CreateClient();
        using var answer = await client.GetAsync(
            new Uri($"/language/en?returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Test]
    public async Task The_home_page_asks_strangers_to_sign_in()
    {
        using var client = _city.CreateClient();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?returnUrl=%2F");
    }
}
