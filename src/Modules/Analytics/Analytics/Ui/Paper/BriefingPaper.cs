using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>Draws a briefing with the components that also draw pages.</summary>
internal sealed class BriefingPaper(IServiceProvider services, ILoggerFactory loggers) : IBriefingPaper
{
    public async Task<string> DrawAsync(Briefing briefing, CancellationToken cancellationToken)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var document = await renderer.RenderComponentAsync<BriefingDocument>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(BriefingDocument.Period)] = briefing.PeriodCode,
                [nameof(BriefingDocument.AreaId)] = briefing.RootUnitId,
                [nameof(BriefingDocument.TreeDate)] = briefing.TreeDate,
                [nameof(BriefingDocument.InLanguage)] = briefing.Language,
            }));
            return "<!DOCTYPE html>" + document.ToHtmlString();
        });
    }
}
