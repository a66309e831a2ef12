using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Access.Application;
using LearningCity.Access.Contracts;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Tests.Application;

internal sealed class PersonalDataTests(string database) : CityTest(database)
{
    [Test]
    public async Task A_person_gets_everything_that_is_stored_of_them_and_the_reading_is_on_record()
    {
        using var http = await City.ApiClientForAsync("access.administer_people", "access.read_audit");
        var (id, email) = await City.PersonWithAsync("auditor");
        var data = await (await http.PostAsync($"/api/v1/users/{id}/personal-data", null)).Content.ReadFromJsonAsync<JsonElement>();
        data.GetProperty("fields").EnumerateArray().ShouldContain(field => field.GetProperty("value").GetString() == email);
        data.GetRawText().ShouldNotContain("AQAAAA");
        await City.SealAuditAsync();
        var log = await http.GetFromJsonAsync<JsonElement>($"/api/v1/audit?action=access.personal_data_exported&subjectId={id}");
        log.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Test]
    public async Task Erasing_removes_name_and_address_everywhere_and_keeps_the_log_verifiable()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        await City.PersonWithAsync("administrator");
        var (id, email) = await City.PersonWithAsync("auditor");
        (await http.PostAsync($"/api/v1/users/{id}/erase", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await City.UseAsync<IAccessDb, bool>(db => db.People.AnyAsync(person => person.Email == email || person.SearchText.Contains(email)))).ShouldBeFalse();
        (await Send(new GetActors([id]))).Single().Name.ShouldBe("(đã xóa)");
        (await http.PostAsync($"/api/v1/users/{id}/activate", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Nobody_erases_or_deactivates_themselves()
    {
        await City.PersonWithAsync("administrator");
        using var http = await City.SessionOfAsync("administrator");
        http.DefaultRequestHeaders.Add("X-Requested-With", "test");
        var id = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("id").GetGuid();
        foreach (var act in new[] { "erase", "deactivate" })
        {
            var answer = await http.PostAsync($"/api/v1/users/{id}/{act}", null);
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("access.oneself");
        }
    }

    [Test]
    public async Task Names_of_people_and_clients_come_in_one_answer_and_unknown_ids_are_left_out()
    {
        var (id, _) = await City.PersonWithAsync("auditor");
        using var http = await City.ApiClientForAsync("access.read_audit");
        var client = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("id").GetGuid();
        (await Send(new GetActors([id, client, Guid.CreateVersion7()]))).Select(actor => actor.Name).ShouldBe(["Nguyễn Thị Thử", "Kiểm thử"]);
    }
}
