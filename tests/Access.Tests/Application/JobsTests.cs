using LearningCity.Access.Application.Operations;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Application;

/// <summary>Jobs as administrators see them, on a host that runs them.</summary>
internal sealed class JobsTests(string database) : CityTest(database)
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Jobs:Enabled"] = "true", ["Host:Name"] = "jobs-test" };

    [Test]
    public async Task A_job_is_run_now_and_shows_when_it_ran_how_it_ended_and_when_it_runs_next()
    {
        const string Job = "access.clean_up";
        (await Send(new ListJobs())).Value.Items.Single(job => job.Name == Job).NextRunAt.ShouldNotBeNull();
        (await Send(new RunJob(Job))).Succeeded.ShouldBeTrue();
        JobView job;
        var left = 150;
        do
        {
            await Task.Delay(200);
            job = (await Send(new ListJobs())).Value.Items.Single(candidate => candidate.Name == Job);
        }
        while (job.LastOutcome is null && --left > 0);
        (job.LastOutcome, job.FailuresInARow).ShouldBe((JobOutcome.Done, 0));
        job.LastRunAt.ShouldNotBeNull();
    }

    [Test]
    public async Task Only_operators_see_and_run_jobs_and_only_those_that_exist()
    {
        var reader = Callers.Everywhere("access.read_audit");
        (await Send(new ListJobs(), reader)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        (await Send(new RunJob("access.clean_up"), reader)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        (await Send(new RunJob("no.job"))).Failures.Single().Code.ShouldBe("platform.not_found");
    }
}
