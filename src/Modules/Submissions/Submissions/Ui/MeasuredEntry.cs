using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Ui;

/// <summary>The small forms of surveys and expert reviews: what their fields hold, and how they are read.</summary>
internal static class MeasuredEntry
{
    /// <summary>Empty lines for further members of a panel.</summary>
    private const int LinesToAdd = 3;

    /// <summary>A text of the survey's form.</summary>
    internal static string Survey(CellView cell, string field, Language language) => (cell.Basis?.Survey, field) switch
    {
        (null, _) => "",
        ({ } survey, "survey-on") => survey.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ({ } survey, "survey-method") => survey.Method,
        ({ } survey, "survey-sample") => survey.SampleSize.ToString(CultureInfo.InvariantCulture),
        ({ } survey, _) => survey.Margin is { } margin ? Display.Number(margin, language) : "",
    };

    /// <summary>The lines of a panel: who is on it, and some to fill in.</summary>
    internal static IEnumerable<(string Expert, string Score)> Panel(CellView cell, Language language)
    {
        var scores = cell.Basis?.ExpertReview?.Scores ?? [];
        return scores.Select(score => (score.Expert, Display.Number(score.Score, language)))
            .Concat(Enumerable.Repeat(("", ""), Math.Min(LinesToAdd, ExpertReviewDetails.MostExperts - scores.Count)));
    }

    /// <summary>Reads a form; what cannot be read is refused as what is missing.</summary>
    internal static CellSave Read(CellView cell, CellSave figure, IFormCollection form, Language language) => cell.Indicator.DataSource switch
    {
        _ when figure.Entry.State is not null => figure,
        IndicatorDataSource.Survey => figure with { Survey = ReadSurvey(form, language) },
        IndicatorDataSource.ExpertReview => figure with { ExpertReview = ReadReview(form, language) },
        _ => figure,
    };

    /// <summary>The input at fault.</summary>
    internal static string FieldOf(CellView cell, Failure failure) => failure.Field switch
    {
        "survey.on" => $"survey-on-{cell.Indicator.Code}",
        "survey.method" => $"survey-method-{cell.Indicator.Code}",
        "survey.sampleSize" => $"survey-sample-{cell.Indicator.Code}",
        "survey.margin" => $"survey-margin-{cell.Indicator.Code}",
        "expertReview.scores" => $"expert-{cell.Indicator.Code}-0",
        "expertReview.rubric" => $"rubric-{cell.Indicator.Code}",
        "expertReview.rationale" => $"rationale-{cell.Indicator.Code}",
        _ => GridForm.Id(cell),
    };

    private static SurveyDetails ReadSurvey(IFormCollection form, Language language)
    {
        _ = DateOnly.TryParseExact(form["survey-on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        _ = int.TryParse(form["survey-sample"].ToString().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var sample);
        var margin = form["survey-margin"].ToString().Trim();
        return new SurveyDetails(on, form["survey-method"].ToString().Trim(), sample, margin.Length == 0 ? null : NumberInput.Read(margin, language).Value ?? -1);
    }

    private static ExpertReviewDetails ReadReview(IFormCollection form, Language language)
    {
        var scores = form["expert"].Zip(form["score"], (expert, score) => (Expert: (expert ?? "").Trim(), Score: (score ?? "").Trim()))
            .Where(line => line.Expert.Length > 0 || line.Score.Length > 0)
            .Select(line => new ExpertScore(line.Expert, NumberInput.Read(line.Score, language).Value ?? -1));
        return new ExpertReviewDetails([.. scores], form["rubric"].ToString().Trim(), form["rationale"].ToString().Trim());
    }
}
