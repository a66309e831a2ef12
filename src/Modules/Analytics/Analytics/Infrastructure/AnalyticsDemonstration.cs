using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Hosting;
using MediatR;

namespace LearningCity.Analytics.Infrastructure;

/// <summary>
/// The module's share in the demonstration city: figures are folded as they would be while people work. Briefings are asked for and made
/// by the worker after the start, so that loading needs no browser. A period that closes is sealed.
/// </summary>
internal sealed class AnalyticsDemonstration(ISender sender) : IDemonstration
{
    /// <summary>The day whose committees the programme's first report counts: 16 of 22 districts.</summary>
    private static readonly DateOnly FirstReport = new(2024, 10, 31);

    public int Order => 70;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act == DemonstrationAct.Found) return;
        await sender.Send(new FoldRollups(), cancellationToken);
        if (stage is not { Act: DemonstrationAct.Close, PeriodCode: { } period }) return;
        if (period == "2024-H2") await sender.Send(new RequestBriefing(period, FirstReport), cancellationToken);
        await sender.Send(new SealPeriod(period, 1, Statement: "Số liệu trình diễn, một số đơn vị chưa gửi báo cáo"), cancellationToken);
    }
}
