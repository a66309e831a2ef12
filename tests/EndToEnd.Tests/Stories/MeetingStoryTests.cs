using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>A ward raises a difficulty, the Department puts it to a meeting, the committee gives a task for it, and the ward sees every step.</summary>
internal sealed class MeetingStoryTests
{
    private const string Text = "Khu phố chưa có phòng đọc cho lớp xóa mù chữ buổi tối.";
    private HostProcess _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Test]
    public async Task What_a_ward_raises_comes_back_to_it_as_a_task_with_an_owner()
    {
        var ward = await Browser.OpenAsync(_host.Address);
        await ward.SignInAsync("phuong.saigon");
        await ward.GotoAsync("/difficulties/new");
        await ward.Locator("#text").FillAsync(Text);
        await ward.GetByRole(AriaRole.Button, new() { Name = "Gửi nội dung" }).ClickAsync();
        await ward.GetByText("Quá trình xử lý").WaitForAsync();
        var difficulty = new Uri(ward.Url).AbsolutePath;

        var department = await Browser.OpenAsync(_host.Address);
        await department.SignInAsync("duyet2.so");
        await department.GotoAsync(difficulty);
        await department.Locator("#text").FillAsync("Xin ý kiến Ban Chỉ đạo.");
        await department.GetByRole(AriaRole.Button, new() { Name = "Đưa ra cuộc họp" }).ClickAsync();
        await department.GetByText("Xin ý kiến Ban Chỉ đạo.").WaitForAsync();
        (await Accessibility.ViolationsAsync(department)).ShouldBeEmpty();

        var secretary = await Browser.OpenAsync(_host.Address);
        await secretary.SignInAsync("togiupviec");
        await secretary.GotoAsync("/meetings?state=planned");
        await secretary.GetByRole(AriaRole.Link, new() { Name = "Họp Ban Chỉ đạo" }).First.ClickAsync();
        await secretary.GetByRole(AriaRole.Link, new() { Name = Text }).WaitForAsync();
        (await secretary.ContentAsync()).ShouldContain("Lần trước đã quyết định");
        await secretary.Locator("#task-text").FillAsync("Bố trí phòng đọc tại nhà văn hóa khu phố.");
        await secretary.Locator("#owner").FillAsync("26740");
        await secretary.Locator("#due").FillAsync("2099-12-31");
        await secretary.Locator($"label:has-text('{Text}')").ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { Name = "Giao nhiệm vụ" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Link, new() { Name = "Bố trí phòng đọc" }).First.WaitForAsync();
        (await Accessibility.ViolationsAsync(secretary)).ShouldBeEmpty();

        await ward.GotoAsync(difficulty);
        await ward.GetByRole(AriaRole.Link, new() { Name = "NV-" }).First.ClickAsync();
        await ward.Locator("#text").FillAsync("Đã khảo sát ba địa điểm.");
        await ward.GetByRole(AriaRole.Button, new() { Name = "Ghi tiến độ" }).ClickAsync();
        await ward.GetByText("Đang thực hiện").First.WaitForAsync();
        await ward.GotoAsync("/");
        (await ward.ContentAsync()).ShouldContain("Nhiệm vụ được giao");
    }
}
