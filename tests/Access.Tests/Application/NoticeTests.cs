using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Access.Application;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Tests.Application;

internal sealed class NoticeTests(string database) : CityTest(database)
{
    [Test]
    public async Task A_notice_reaches_the_people_of_the_unit_who_hold_the_permission_once()
    {
        var unit = Ids.New();
        var (reporter, _) = await City.PersonWithAsync("reporter", unit);
        await City.PersonWithAsync("reviewer", unit);
        await City.PersonWithAsync("reporter", Ids.New());
        var told = Told(unit, "submissions.report");
        await PublishAsync(told);
        await PublishAsync(told);
        (await NoticesAsync(told)).ShouldBe([reporter]);
    }

    [Test]
    public async Task Somebody_let_out_is_not_told()
    {
        var unit = Ids.New();
        var (reporter, _) = await City.PersonWithAsync("reporter", unit);
        await City.PersonWithAsync("administrator");
        await Send(new LearningCity.Access.Application.People.ChangeActivity(reporter, false));
        var told = Told(unit, "submissions.report");
        await PublishAsync(told);
        (await NoticesAsync(told)).ShouldBeEmpty();
    }

    [Test]
    public async Task The_inbox_shows_my_notices_and_counts_what_i_have_not_read()
    {
        var unit = Ids.New();
        using var http = await City.SessionOfAsync("reporter", unit);
        await PublishAsync(Told(unit, "submissions.report"));
        (await http.GetStringAsync("/inbox")).ShouldContain("1 thông báo chưa đọc");
        var notice = (await http.GetFromJsonAsync<JsonElement>("/api/v1/notices")).GetProperty("items")[0];
        notice.GetProperty("subject").GetProperty("vi").GetString().ShouldBe("Kỳ báo cáo đã mở");

        using var somebodyElse = await City.SessionOfAsync("reporter", unit);
        somebodyElse.DefaultRequestHeaders.Add("X-Requested-With", "test");
        (await somebodyElse.PostAsync($"/api/v1/notices/{notice.GetProperty("id").GetGuid()}/read", null)).StatusCode
            .ShouldBe(System.Net.HttpStatusCode.NotFound);

        await http.SendFormAsync("/inbox", [new("_handler", "read-all")]);
        (await http.GetStringAsync("/inbox")).ShouldContain("Không có thông báo chưa đọc");
    }

    private static NotificationRequested Told(Guid unit, string permission) => new(
        Ids.New(), unit, permission, new("Kỳ báo cáo đã mở", "The period is open"), new("Vui lòng nhập số liệu.", "Enter your figures."), "/submissions");

    private Task<int> PublishAsync(NotificationRequested told) => City.UseAsync<IPublisher, int>(async publisher =>
    {
        await publisher.Publish(told);
        return 0;
    });

    private Task<List<Guid>> NoticesAsync(NotificationRequested told) => City.UseAsync<IAccessDb, List<Guid>>(db =>
        db.Notices.Where(notice => notice.EventId == told.EventId).Select(notice => notice.PersonId).ToListAsync());
}
