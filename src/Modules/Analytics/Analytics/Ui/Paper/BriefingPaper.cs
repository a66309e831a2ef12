using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Ui.Reports;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents.Word;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>Draws briefings with the components that also draw pages, and reports from one model as Word file and page.</summary>
internal sealed class BriefingPaper(
    IServiceProvider services, ReportReader reader, UnescoQuestions questions, IConfiguration configuration, TimeProvider clock, ILoggerFactory loggers)
    : IBriefingPaper
{
    public Task<DrawnDocument> DrawAsync(Briefing briefing, CancellationToken cancellationToken) => briefing.Kind switch
    {
        DocumentKind.Review => ReviewAsync(briefing, cancellationToken),
        DocumentKind.Unesco => UnescoAsync(briefing, cancellationToken),
        DocumentKind.UnitBrief => FiguresAsync<UnitBriefDocument>(briefing, cancellationToken),
        _ => FiguresAsync<BriefingDocument>(briefing, cancellationToken),
    };

    private async Task<DrawnDocument> ReviewAsync(Briefing report, CancellationToken cancellationToken)
    {
        var data = await reader.ReadAsync(report, cancellationToken);
        var document = ReviewReport.Of(data, clock.GetUtcNow(), Demonstration(Language.Vi));
        var html = await DrawAsync<AdministrativePaper>(new Dictionary<string, object?> { [nameof(AdministrativePaper.Document)] = document });
        return new(html, WordWriter.Write(document), data.Overview.Context.Edition);
    }

    private async Task<DrawnDocument> UnescoAsync(Briefing report, CancellationToken cancellationToken)
    {
        var data = await reader.ReadAsync(report, cancellationToken);
        return new(
            null, WordWriter.Write(UnescoDraft.Of(data, questions.All, clock.GetUtcNow(), Demonstration(Language.En))),
            data.Overview.Context.Edition);
    }

    /// <summary>Briefing and brief: both are drawn of what a report is made of.</summary>
    private async Task<DrawnDocument> FiguresAsync<T>(Briefing report, CancellationToken cancellationToken)
        where T : IComponent
    {
        var data = await reader.ReadAsync(report, cancellationToken);
        var html = await DrawAsync<T>(new Dictionary<string, object?>
        {
            [nameof(BriefingDocument.Data)] = new ReportView(data, Demonstration(report.Language), clock.GetUtcNow()),
            [nameof(BriefingDocument.InLanguage)] = report.Language,
        });
        return new(html, null, data.Overview.Context.Edition);
    }

    private async Task<string> DrawAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var document = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters));
            return "<!DOCTYPE html>" + document.ToHtmlString();
        });
    }

    /// <summary>What marks made-up data; null for real data.</summary>
    private string? Demonstration(Language language) => configuration.GetValue("Demonstration:Enabled", false)
        ? language == Language.En ? "DEMONSTRATION DATA: not real figures" : "DỮ LIỆU TRÌNH DIỄN: không phải số liệu thật"
        : null;
}
