using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>Two who have one report open know of each other, and are forgotten soon after.</summary>
internal sealed class PresenceTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task Whoever_has_a_report_open_is_known_until_they_are_gone()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var clerk = Clerk with { Id = (await City.PersonWithAsync("reporter", Office.School)).Id };
        Require(await Send(new SayPresent(submission.Id), clerk)).ShouldBeEmpty();
        Require(await Send(new SayPresent(submission.Id), Colleague)).ShouldBe(["Nguyễn Thị Thử"]);
        (await PeopleAsync(submission.Id)).ShouldBe([clerk.Id, Colleague.Id], ignoreOrder: true);

        // Heard of again at once, nothing is written; gone for longer, they are forgotten by the next who comes.
        Require(await Send(new SayPresent(submission.Id), clerk));
        City.Clock.Show(City.Clock.GetUtcNow() + Presence.Lasts + TimeSpan.FromSeconds(1));
        Require(await Send(new SayPresent(submission.Id), Colleague)).ShouldBeEmpty();
        (await PeopleAsync(submission.Id)).ShouldBe([Colleague.Id]);
        var stranger = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");
        (await Send(new SayPresent(submission.Id), stranger)).Failures[0].Code.ShouldBe("platform.not_allowed");
    }

    private Task<List<Guid>> PeopleAsync(Guid submissionId) => City.UseAsync<ISubmissionsDb, List<Guid>>(
        db => db.Presences.AsNoTracking().Where(p => p.SubmissionId == submissionId).Select(p => p.PersonId).ToListAsync());
}
