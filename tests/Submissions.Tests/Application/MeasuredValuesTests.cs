using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>Figures of surveys and expert reviews carry how they were made (product, values).</summary>
internal sealed class MeasuredValuesTests(string database) : OfficeTest(database)
{
    private static readonly SurveyDetails Survey = new(new DateOnly(2026, 5, 20), "Chọn ngẫu nhiên 30 tổ dân phố, hỏi trực tiếp", 412, 3.5m);
    private static readonly ExpertReviewDetails Review = new(
        [new("PGS. Lê Minh", 7), new("Hội Khuyến học", 8)], "Thang 10 điểm theo hướng dẫn", "Trung bình, làm tròn lên vì có minh chứng bổ sung");

    protected override Task PrepareAsync()
    {
        Office.Literacy = Office.Literacy with { DataSource = IndicatorDataSource.Survey };
        Office.Budget = Office.Budget with { DataSource = IndicatorDataSource.ExpertReview };
        return base.PrepareAsync();
    }

    [Test]
    public async Task A_report_is_handed_in_only_with_how_its_figures_were_measured()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        (await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures.Select(failure => failure.Code)
            .ShouldBe(["submissions.survey_details_missing", "submissions.expert_review_missing"], ignoreOrder: true);

        Require(await SaveAsync(Clerk, submission.Id, Share(98) with { Survey = Survey }, Score(7.5m) with { ExpertReview = Review }))
            .Cells.ShouldAllBe(cell => cell.Refusal == null);
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        var view = Require(await Send(new GetSubmission(submission.Id), Reviewer));
        view.Cells.Single(cell => cell.Key == "P1").Basis!.Survey.ShouldBe(Survey);
        view.Cells.Single(cell => cell.Key == "N2").Basis!.ExpertReview.ShouldBe(Review);
    }

    [Test]
    public async Task Details_stay_with_their_figure_and_go_with_another_one()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, Share(98) with { Survey = Survey }));
        Require(await SaveAsync(Clerk, submission.Id, Share(98) with { Entry = new RawEntry(null, Numerator: 98, Denominator: 100, Comment: "Đã kiểm tra") }));
        (await BasisAsync(submission.Id))!.Survey.ShouldBe(Survey);
        Require(await SaveAsync(Clerk, submission.Id, Share(97)));
        (await BasisAsync(submission.Id)).ShouldBeNull("Another figure comes from another survey.");
    }

    [Test]
    public async Task What_cannot_be_true_of_a_survey_or_a_panel_is_refused()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        async Task<string?> RefusalAsync(CellSave cell) => Require(await SaveAsync(Clerk, submission.Id, cell)).Cells[0].Refusal?.Code;
        (await RefusalAsync(Share(98) with { Survey = Survey with { On = new DateOnly(2026, 7, 1) } })).ShouldBe("submissions.survey_day");
        (await RefusalAsync(Share(98) with { Survey = Survey with { SampleSize = 0 } })).ShouldBe("submissions.survey_sample");
        (await RefusalAsync(Share(98) with { Survey = Survey with { Margin = 101 } })).ShouldBe("submissions.survey_margin");
        (await RefusalAsync(Score(7) with { ExpertReview = Review with { Scores = [] } })).ShouldBe("submissions.expert_panel");
        (await RefusalAsync(Score(7) with { ExpertReview = Review with { Rationale = " " } })).ShouldBe("submissions.expert_rationale");
        (await RefusalAsync(EventsCell(1) with { Survey = Survey })).ShouldBe("submissions.not_measured");
    }

    private CellSave Share(decimal numerator) => new(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: numerator, Denominator: 100));

    private CellSave Score(decimal score) => new(Office.Budget.Id, "", null, new RawEntry(null, score));

    private async Task<CellBasis?> BasisAsync(Guid submissionId) =>
        Require(await Send(new GetSubmission(submissionId), Clerk)).Cells.Single(cell => cell.Key == "P1").Basis;
}
