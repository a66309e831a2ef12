using System.Net;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The catalogue's pages, read by somebody who signed in.</summary>
internal sealed class CatalogPagesTests(string database) : CityTest(database)
{
    private HttpClient _browser = null!;

    protected override async Task PrepareAsync() => _browser = await City.SessionOfAsync("catalogue_editor");

    [OneTimeTearDown]
    public void Close() => _browser.Dispose();

    [Test]
    public async Task The_list_says_plainly_what_each_set_is()
    {
        var page = await ReadAsync("/catalog");
        page.ShouldContain("Bản tái dựng, chưa đối chiếu");
        page.ShouldContain("Trình diễn");
        page.ShouldContain("/catalog/unesco-key-features/1");
    }

    [Test]
    public async Task A_version_shows_its_tree_in_both_languages_with_counts_and_details()
    {
        var page = await ReadAsync("/catalog/hcmc-education-demo/1");
        page.ShouldContain("Nâng cao năng lực cá nhân và gắn kết xã hội");
        page.ShouldContain("Individual empowerment and social cohesion");
        page.ShouldContain("Số người 15-60 tuổi đạt chuẩn biết chữ mức độ 2");
        page.ShouldContain("Tổng tử số chia tổng mẫu số");
        System.Text.RegularExpressions.Regex.Count(page, "<li id=\"i-I[0-9]{2}\"").ShouldBe(25);
    }

    [Test]
    public async Task The_facts_of_an_indicator_are_shown_in_both_languages()
    {
        var vietnamese = await ReadAsync("/catalog/hcmc-education-demo/1?open=all");
        vietnamese.ShouldContain("Nghị định 20/2014/NĐ-CP ngày 24/03/2014 về phổ cập giáo dục, xóa mù chữ");
        vietnamese.ShouldContain("Giới tính (Nữ, Nam) · Khu vực (Thành thị, Nông thôn)");
        vietnamese.ShouldContain("mẫu số thay đổi không quá 20% (hỏi lý do)");
        vietnamese.ShouldContain("60 (đến 2030)");
        vietnamese.ShouldContain("export?format=xlsx");
    }

    [Test]
    public async Task A_search_without_result_says_so() => (await ReadAsync("/catalog?q=khong+co+gi")).ShouldContain("Không có mục nào khớp");

    [Test]
    public async Task An_indicator_is_found_without_accents_and_leads_to_its_place_in_the_tree() =>
        (await ReadAsync("/catalog?q=biet%20chu%20muc%20do")).ShouldContain("/catalog/hcmc-education-demo/1?open=all#i-I01");

    [TestCase("/catalog/khong-co/1")]
    [TestCase("/catalog/unesco-key-features/99")]
    public async Task What_is_missing_is_a_page_that_says_so(string path)
    {
        using var answer = await _browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Không tìm thấy trang này");
    }

    private async Task<string> ReadAsync(string path)
    {
        using var answer = await _browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
