using LearningCity.BuildingBlocks;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Tests.Application.Review;

internal sealed class FigureFlagsTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task Approved_figures_are_flagged_by_the_rules_that_reviewers_see()
    {
        var first = await OpenAsync();
        Require(await Send(new ApproveSubmission((await SubmittedAsync(first, events: 5)).Id, null, EntrySource.Web), Reviewer));
        var period = await OpenAsync(first.Id);
        var submission = await SubmittedAsync(period, events: 500);
        (await FlagsAsync(period.Id)).ShouldBeEmpty();
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        var flag = (await FlagsAsync(period.Id)).Where(one => one.IndicatorId == Office.Events.Id && one.Kind == FigureFlagKind.Change).ShouldHaveSingleItem();
        (flag.SubmissionId, flag.UnitId, flag.Value, flag.Before, flag.Change).ShouldBe((submission.Id, submission.UnitId, 500m, 5m, 99m));
    }

    [Test]
    public async Task A_figure_that_is_sent_back_to_review_is_asked_about_once()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        var asked = new FigureQuestioned(
            Ids.New(), submission.Id, Office.Events.Id, Office.Department, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, "Vì sao tăng?");
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await City.UseAsync<IPublisher, int>(async publisher =>
            {
                await publisher.Publish(asked);
                return 0;
            });
        }

        var questions = await City.UseAsync<ISubmissionsDb, List<CellQuestion>>(
            db => db.CellQuestions.AsNoTracking().Where(question => question.SubmissionId == submission.Id).ToListAsync());
        questions.ShouldHaveSingleItem().Text.ShouldBe("Vì sao tăng?");
    }

    private Task<List<FigureFlag>> FlagsAsync(Guid periodId) => City.UseAsync<ISender, List<FigureFlag>>(async sender =>
    {
        var flags = new List<FigureFlag>();
        await foreach (var flag in sender.CreateStream(new StreamFigureFlags(periodId))) flags.Add(flag);
        return flags;
    });
}
