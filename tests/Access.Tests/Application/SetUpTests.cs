using System.Net;
using LearningCity.Access.Application.SigningIn;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Application;

/// <summary>A system without demonstration data begins with nobody.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.All))]
internal sealed class SetUpTests(string database)
{
    [Test]
    public async Task The_first_administrator_is_made_by_a_link_that_works_once()
    {
        await using var data = await TestDatabase.CreateAsync(database);
        await using var city = await CityHost.StartAsync(data);
        var token = (await city.SendAsync(new PrepareSetUp())).Value!;
        var other = (await city.SendAsync(new PrepareSetUp())).Value!;
        using var browser = city.CreateClient();
        (await browser.GetStringAsync("/set-up?token=guess")).ShouldContain("không còn dùng được");

        var refused = await browser.SendFormAsync($"/set-up?token={token}", Form("", "not an address", "ngan"));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Vui lòng nhập họ và tên");
        var made = await browser.SendFormAsync($"/set-up?token={token}", Form("Trần Thị Một", "mot@tphcm.gov.vn", "mot cau that dai"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/admin/people")).StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var used in new[] { token, other })
            (await city.SendAsync(new SetUpSystem(used, "Kẻ Khác", "khac@tphcm.gov.vn", "mot cau that dai"))).Failures.Single().Code.ShouldBe("access.already_set_up");
        (await city.SendAsync(new PrepareSetUp())).Value.ShouldBeNull();
    }

    [Test]
    public async Task A_link_that_was_not_used_in_time_is_no_good()
    {
        await using var data = await TestDatabase.CreateAsync(database);
        await using var city = await CityHost.StartAsync(data);
        var token = (await city.SendAsync(new PrepareSetUp())).Value!;
        city.Clock.Show(city.Clock.GetUtcNow().AddHours(25));
        (await city.SendAsync(new SetUpSystem(token, "Trần Thị Một", "mot@tphcm.gov.vn", "mot cau that dai"))).Failures.Single().Code
            .ShouldBe("access.link_not_good");
    }

    [Test]
    public async Task Of_two_who_use_one_link_at_once_one_becomes_administrator()
    {
        await using var data = await TestDatabase.CreateAsync(database);
        await using var city = await CityHost.StartAsync(data);
        var token = (await city.SendAsync(new PrepareSetUp())).Value!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            city.SendAsync(new SetUpSystem(token, $"Người {i}", $"nguoi{i}@tphcm.gov.vn", "mot cau that dai"))));
        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
    }

    private static KeyValuePair<string, string>[] Form(string name, string email, string password) =>
        [new("_handler", "set-up"), new("Form.Name", name), new("Form.Email", email), new("Form.Password", password)];
}
